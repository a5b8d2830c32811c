import type { Bundle, CellId, ErrorMessage, FromNotebook } from '../../threads/notebook-messages';
import type { Request } from '../request';

export type Done = Extract<FromNotebook, { type: 'done' }>;

/** The cell that is being served. */
export class RunningCell {
  /** What it asked to show in the pager. */
  readonly pages: Bundle[] = [];
  /** Resolves when it has been interrupted. */
  readonly interrupted: Promise<ErrorMessage>;
  #interrupt: (error: ErrorMessage) => void = () => undefined;
  #done: (done: Done) => void = () => undefined;

  constructor(
    readonly id: CellId,
    readonly request: Request,
    readonly allowStdin: boolean,
  ) {
    this.interrupted = new Promise((resolve) => {
      this.#interrupt = resolve;
    });
  }

  /** Resolves at the next `done` of the notebook's thread. */
  done(): Promise<Done> {
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  finish(done: Done): void {
    this.#done(done);
  }

  interrupt(): void {
    const evalue = 'the cell was interrupted';
    this.#interrupt({ ename: 'Interrupted', evalue, traceback: [`Interrupted: ${evalue}`] });
  }
}
