import type { CellId } from '../threads/notebook-messages';
import type { CellContext } from './cell-context';

/** What a cell that was interrupted ends with. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor() {
    super('the cell was interrupted');
  }
}

type Then = (this: Promise<unknown>, ...reactions: unknown[]) => Promise<unknown>;

/**
 * Makes the code of a cell end by an error that it can clean up after: whatever it goes on to await throws, in libraries too, so that
 * each `finally` runs. A training that is stopped so leaves its model ready for the next one, which ended from outside it would not.
 */
export class Interruption {
  readonly #then = Reflect.get(Promise.prototype, 'then') as Then;
  #cell: CellId | undefined;

  constructor(private readonly context: CellContext) {}

  /** From now on, what this cell awaits throws. */
  begin(cell: CellId): void {
    this.#cell = cell;
    const { context } = this;
    const then = this.#then;
    // JavaScript's own await asks a promise for its constructor.
    redefine('constructor', {
      get: () => {
        if (context.knownCell === cell) throw new Interrupted();
        return Promise;
      },
    });
    // That of code compiled for older JavaScript, such as TensorFlow.js, calls `then`.
    const interrupted: Then = function (...reactions) {
      const promise = context.knownCell === cell ? Promise.reject(new Interrupted()) : this;
      return Reflect.apply(then, promise, reactions);
    };
    redefine('then', { value: interrupted, writable: true });
  }

  /** Ends what `begin` began, for this cell or for any. */
  end(cell = this.#cell): void {
    if (cell === undefined || cell !== this.#cell) return;
    this.#cell = undefined;
    redefine('constructor', { value: Promise, writable: true });
    redefine('then', { value: this.#then, writable: true });
  }
}

function redefine(name: 'constructor' | 'then', descriptor: PropertyDescriptor): void {
  const prototype: object = Promise.prototype;
  Object.defineProperty(prototype, name, { ...descriptor, configurable: true });
}
