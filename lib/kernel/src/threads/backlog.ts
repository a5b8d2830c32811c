/** More than this waits in no thread's queue: a cell that prints for ever must not fill the memory. In characters. */
const LIMIT = 1 << 19;

/** The longest sleep before looking again, should a wake-up have been missed. In milliseconds. */
const PATIENCE = 1000;

/**
 * How much output the notebook's thread has sent that the protocol thread has not handed on. Lies in memory that both
 * threads share, so that a cell that never returns to the event loop can be slowed down.
 */
export class Backlog {
  readonly #size: Int32Array;

  constructor(readonly memory = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.#size = new Int32Array(memory);
  }

  /** The sender's side: adds an output, but first sleeps while there is too much. An interrupt ends the sleep. */
  add(size: number): void {
    for (let now = this.#now(); now > LIMIT; now = this.#now()) Atomics.wait(this.#size, 0, now, PATIENCE);
    Atomics.add(this.#size, 0, size);
  }

  /** The receiver's side: so much was handed on. */
  remove(size: number): void {
    Atomics.sub(this.#size, 0, size);
    Atomics.notify(this.#size, 0);
  }

  #now(): number {
    return Atomics.load(this.#size, 0);
  }
}
