import type { Messenger, Parent } from '../messenger';

/** Text that is written within so many milliseconds goes out in one message: clients take few large ones better than many. */
const INTERVAL = 50;

/** No message has more text, in characters: what is written at once is cut. */
const LONGEST = 1 << 18;

/** The output of one cell, in the order in which it was made. */
export class CellOutput {
  #name: StreamName = 'stdout';
  #text = '';
  #weight = 0;
  #flushed = 0;
  #timer: NodeJS.Timeout | undefined;

  /** @param handled told what the texts weighed that are on their way */
  constructor(
    private readonly messenger: Messenger,
    readonly parent: Parent,
    private readonly handled: (weight: number) => void,
  ) {}

  /** Writes to a stream. The first text in a while goes out at once, so that a long cell shows its progress. */
  write(name: StreamName, text: string, weight = 0): void {
    if (name !== this.#name) this.flush();
    this.#name = name;
    this.#text += text;
    this.#weight += weight;
    const wait = this.#flushed + INTERVAL - performance.now();
    if (wait <= 0 || this.#text.length >= LONGEST) this.flush();
    else
      this.#timer ??= setTimeout(() => {
        this.flush();
      }, wait);
  }

  /** Sends any other message, after what was written before it. */
  send(type: string, content: object, extras: Parameters<Messenger['publish']>[3] = {}): void {
    this.flush();
    this.messenger.publish(type, content, this.parent, extras);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#text;
    const weight = this.#weight;
    this.#text = '';
    this.#weight = 0;
    if (text === '') {
      if (weight > 0) this.handled(weight);
      return;
    }
    this.#flushed = performance.now();
    for (const { piece, last } of pieces(text)) {
      const sent = (): void => {
        this.handled(weight);
      };
      this.messenger.publish('stream', { name: this.#name, text: piece }, this.parent, last ? { sent } : {});
    }
  }
}

export type StreamName = 'stdout' | 'stderr';

/** Cuts a text, but not between the two halves of a character. */
function* pieces(text: string): Generator<{ piece: string; last: boolean }> {
  for (let start = 0; start < text.length;) {
    let end = Math.min(start + LONGEST, text.length);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end--;
    yield { piece: text.slice(start, end), last: end === text.length };
    start = end;
  }
}
