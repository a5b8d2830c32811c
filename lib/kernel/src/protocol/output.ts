/** Text that is written within so many milliseconds goes out in one message: JupyterLab's server drops messages beyond 1000 a second. */
const INTERVAL = 50;
const LONGEST = 1 << 20;

/** The output of one cell, in the order in which it was made. */
export class CellOutput {
  #name: StreamName = 'stdout';
  #text = '';
  #sent = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly publish: (type: string, content: object) => void) {}

  /** Writes to a stream. The first text in a while goes out at once, so that a long cell shows its progress. */
  write(name: StreamName, text: string): void {
    if (name !== this.#name) this.flush();
    this.#name = name;
    this.#text += text;
    const wait = this.#sent + INTERVAL - performance.now();
    if (wait <= 0 || this.#text.length > LONGEST) this.flush();
    else
      this.#timer ??= setTimeout(() => {
        this.flush();
      }, wait);
  }

  /** Sends any other message, after what was written before it. */
  send(type: string, content: object): void {
    this.flush();
    this.publish(type, content);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#text === '') return;
    const text = this.#text;
    this.#text = '';
    this.publish('stream', { name: this.#name, text });
    this.#sent = performance.now();
  }
}

export type StreamName = 'stdout' | 'stderr';
