import type { NotebookPort } from '../threads/notebook-port';
import type { CellContext } from './cell-context';

interface Prompt {
  readonly resolve: (text: string) => void;
  readonly reject: (why: string) => void;
}

export interface InputOptions {
  /** Whether what is typed stays hidden. */
  readonly password?: boolean;
}

/** Questions to the reader that wait for an answer. */
export class Prompts {
  readonly #open = new Map<number, Prompt>();
  #asked = 0;

  constructor(
    private readonly port: NotebookPort,
    private readonly context: CellContext,
  ) {}

  /**
   * Asks the reader for a line of text.
   * @throws Error when the reader closes the prompt, or the program in which the notebook is open asks no questions
   */
  ask(prompt: unknown = '', { password = false }: InputOptions = {}): Promise<string> {
    const request = ++this.#asked;
    // Made here, it has the line that asks in its stack.
    const failure = new Error('input() got no answer');
    return new Promise((resolve, reject) => {
      const refuse = (why: string): void => {
        failure.message += `: ${why}`;
        reject(failure);
      };
      this.#open.set(request, { resolve, reject: refuse });
      this.port.send({
        type: 'input-request',
        cell: this.context.cell,
        request,
        prompt: String(prompt),
        password,
      });
    });
  }

  answer(request: number, text: string): void {
    this.#take(request)?.resolve(text);
  }

  giveUp(request: number, reason: 'interrupted' | 'not-allowed'): void {
    const why =
      reason === 'interrupted' ? 'it was interrupted' : 'the program that shows this notebook asks no questions';
    this.#take(request)?.reject(why);
  }

  #take(request: number): Prompt | undefined {
    const prompt = this.#open.get(request);
    this.#open.delete(request);
    return prompt;
  }
}
