import { AsyncLocalStorage } from 'node:async_hooks';
import type { CellId } from '../threads/notebook-messages';

/** Knows which cell the code that runs at the moment belongs to, its timers and promises too. */
export class CellContext {
  readonly #storage = new AsyncLocalStorage<CellId | undefined>();
  #latest: CellId = 0;

  /** Runs a function, and all that it starts, as part of a cell. */
  run<T>(cell: CellId, act: () => T): T {
    this.#latest = cell;
    return this.#storage.run(cell, act);
  }

  /** Makes what runs next part of no cell. An interrupt leaves no time for it at the end of `run`. */
  leave(): void {
    this.#storage.enterWith(undefined);
  }

  /** The cell of the code that runs now; where Node does not know, as in a throw of a microtask in Node 20, the latest. */
  get cell(): CellId {
    return this.knownCell ?? this.#latest;
  }

  /** The cell of the code that runs now, if Node knows it. */
  get knownCell(): CellId | undefined {
    return this.#storage.getStore();
  }
}
