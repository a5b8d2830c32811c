import timers from 'node:timers';
import type { CellId } from '../threads/notebook-messages';
import type { CellContext } from './cell-context';

type Timer = NodeJS.Timeout | NodeJS.Immediate;
type Schedule = (callback: (this: Timer, ...args: unknown[]) => void, ...rest: unknown[]) => Timer;
type Clear = (timer: unknown) => void;

/** Knows which timers cells have running. Those of a cell that was given up do nothing when they fire. */
export class CellTimers {
  readonly #running = new Map<unknown, CellId>();

  /** @param isGivenUp whether code of a cell must not come back to life */
  constructor(
    private readonly context: CellContext,
    private readonly isGivenUp: (cell: CellId) => boolean,
  ) {
    for (const name of ['setTimeout', 'setInterval', 'setImmediate'] as const) this.#guard(name);
    for (const name of ['clearTimeout', 'clearInterval', 'clearImmediate'] as const) this.#note(name);
  }

  /** Stops all that run. @returns how many, by cell */
  stopAll(): ReadonlyMap<CellId, number> {
    const stopped = new Map<CellId, number>();
    for (const [timer, cell] of this.#running) {
      timers.clearInterval(timer as NodeJS.Timeout);
      stopped.set(cell, (stopped.get(cell) ?? 0) + 1);
    }
    this.#running.clear();
    return stopped;
  }

  #guard(name: 'setTimeout' | 'setInterval' | 'setImmediate'): void {
    const original = timers[name] as Schedule;
    const running = this.#running;
    const guarded: Schedule = (callback, ...rest) => {
      const cell = this.context.knownCell;
      if (cell === undefined || typeof callback !== 'function') return original(callback, ...rest);
      const { isGivenUp } = this;
      const timer = original(
        function (this: Timer, ...args) {
          if (name !== 'setInterval') running.delete(this);
          if (isGivenUp(cell)) timers.clearInterval(this as NodeJS.Timeout);
          else Reflect.apply(callback, this, args);
        },
        ...rest,
      );
      // What comes at once is over before anybody could want to stop it.
      if (name !== 'setImmediate') running.set(timer, cell);
      return timer;
    };
    replace(name, guarded);
  }

  #note(name: 'clearTimeout' | 'clearInterval' | 'clearImmediate'): void {
    const original = timers[name] as Clear;
    const clear: Clear = (timer) => {
      this.#running.delete(timer);
      original(timer);
    };
    replace(name, clear);
  }
}

/** Puts a function in place of one of Node's timers, with its properties: by them, util.promisify finds the versions that give promises. */
function replace(name: keyof typeof timers, by: Schedule | Clear): void {
  Object.defineProperties(by, Object.getOwnPropertyDescriptors(timers[name]));
  Reflect.set(timers, name, by);
  Reflect.set(globalThis, name, by);
}
