import type { FromNotebook } from '../threads/notebook-messages';
import type { Message } from '../wire/message';
import type { RunningCell } from './cells/running-cell';
import type { Messenger } from './messenger';
import type { NotebookLink } from './notebook-link';

type InputRequest = Extract<FromNotebook, { type: 'input-request' }>;

interface Prompt {
  readonly question: InputRequest;
  readonly cell: RunningCell;
}

/** The questions of cells to their reader, one at a time, since a client shows only one. */
export class Prompts {
  readonly #waiting: Prompt[] = [];
  #asked: string | undefined;

  constructor(
    private readonly messenger: Messenger,
    private readonly notebook: NotebookLink,
  ) {}

  /** @param running the cell that is being served: code of an earlier one has no reader who waits for it */
  add(question: InputRequest, running: RunningCell | undefined): void {
    if (running?.id !== question.cell || !running.allowStdin) {
      this.notebook.send({ type: 'input-gone', request: question.request, reason: 'not-allowed' });
      return;
    }
    this.#waiting.push({ question, cell: running });
    this.#ask();
  }

  /** Takes an answer. Some clients do not say which question it is for; then it is for the one that was asked. */
  answer({ parent, content }: Message): void {
    if (this.#asked === undefined || (parent.msg_id ?? this.#asked) !== this.#asked) return;
    const value = typeof content.value === 'string' ? content.value : '';
    const prompt = this.#waiting.shift();
    this.#asked = undefined;
    if (prompt) this.notebook.send({ type: 'input', request: prompt.question.request, value });
    this.#ask();
  }

  /** The cell ended or was interrupted: nobody waits for an answer. */
  clear(): void {
    this.#asked = undefined;
    for (const { question } of this.#waiting.splice(0)) {
      this.notebook.send({ type: 'input-gone', request: question.request, reason: 'interrupted' });
    }
  }

  #ask(): void {
    const [next] = this.#waiting;
    if (this.#asked !== undefined || !next) return;
    this.#asked = this.messenger.ask(next.cell.request, next.question.prompt, next.question.password);
  }
}
