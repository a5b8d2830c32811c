/**
 * JupyterLab's server throws away what comes faster than 1000 messages or 1 MB of streams a second, counted over 3 seconds,
 * and says so in the output. Staying below it, everything arrives. The margin is for messages that reach it late, and for what
 * a cell has still waiting when it is interrupted, which goes out at once.
 */
const WINDOW = 3000;
const MESSAGES = 2400;
const BYTES = 2_200_000;

/** Remembers what was sent in the window that ends now. */
export class Pace {
  readonly #sent: { readonly time: number; readonly bytes: number }[] = [];
  #oldest = 0;
  #bytes = 0;

  /** How long to wait before sending this, in milliseconds. */
  wait(bytes: number, now: number): number {
    this.#forget(now - WINDOW);
    const oldest = this.#sent[this.#oldest];
    if (oldest === undefined) return 0;
    const fits = this.#sent.length - this.#oldest < MESSAGES && (bytes === 0 || this.#bytes + bytes <= BYTES);
    return fits ? 0 : oldest.time + WINDOW - now;
  }

  add(bytes: number, now: number): void {
    this.#sent.push({ time: now, bytes });
    this.#bytes += bytes;
  }

  /** The server starts to count again when the kernel is idle. */
  reset(): void {
    this.#sent.length = 0;
    this.#oldest = 0;
    this.#bytes = 0;
  }

  #forget(before: number): void {
    for (let first = this.#sent[this.#oldest]; first && first.time <= before; first = this.#sent[this.#oldest]) {
      this.#bytes -= first.bytes;
      this.#oldest++;
    }
    if (this.#oldest < MESSAGES) return;
    this.#sent.splice(0, this.#oldest);
    this.#oldest = 0;
  }
}
