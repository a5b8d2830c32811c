import { Interrupted } from '../../notebook/interruption';
import type { Bundle, CellId, ErrorMessage, FromNotebook, RunningCall } from '../../threads/notebook-messages';
import type { Request } from '../request';

export type Done = Extract<FromNotebook, { type: 'done' }>;

/** The cell that is being served. */
export class RunningCell {
  /** What it asked to show in the pager. */
  readonly pages: Bundle[] = [];
  /** Resolves when it has been given up after an interrupt, though it has not ended. */
  readonly interrupted: Promise<ErrorMessage>;
  #interrupt: (error: ErrorMessage) => void = () => undefined;
  /** The calls in which an interrupt has ended it. */
  #calls: readonly RunningCall[] = [];
  /** Resolves when it has been served. */
  readonly over: Promise<true>;
  #end: (over: true) => void = () => undefined;
  #isAsked = false;
  /** Has later cells see what it declared; undefined while it has not begun, and once that is done. */
  #keep: ((declared?: number) => void) | undefined;
  #done: (done: Done) => void = () => undefined;

  constructor(
    readonly id: CellId,
    readonly request: Request,
    readonly allowStdin: boolean,
  ) {
    this.interrupted = new Promise((resolve) => {
      this.#interrupt = resolve;
    });
    this.over = new Promise((resolve) => {
      this.#end = resolve;
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

  end(): void {
    this.#end(true);
  }

  /** It begins: from now on there may be something of it to keep. */
  begin(keep: (declared?: number) => void): void {
    this.#keep = keep;
  }

  /** Has later cells see what it declared, in so many of its declaring statements if it failed. Only the first call counts. */
  keep(declared?: number): void {
    this.#keep?.(declared);
    this.#keep = undefined;
  }

  /** It is to end by itself. */
  ask(): void {
    this.#isAsked = true;
  }

  /** Whether it was asked to end. Whatever error it then ends by, the reader has interrupted it. */
  get isAsked(): boolean {
    return this.#isAsked;
  }

  get calls(): readonly RunningCall[] {
    return this.#calls;
  }

  interrupt(calls: readonly RunningCall[] = []): void {
    this.#calls = calls;
    this.#interrupt(INTERRUPTED);
  }
}

const { name, message } = new Interrupted();
const INTERRUPTED: ErrorMessage = { ename: name, evalue: message, traceback: [`${name}: ${message}`] };

/** The error of a cell that ended after it was asked to: with the place if it is the one by which it was asked. */
export function asInterrupted(error: ErrorMessage): ErrorMessage {
  return error.ename === INTERRUPTED.ename ? error : INTERRUPTED;
}
