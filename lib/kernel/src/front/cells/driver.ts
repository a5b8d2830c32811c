import { setTimeout } from 'node:timers/promises';
import type { Diagnostic } from '../../compiler/converted';
import { describeTypeErrors } from '../../notebook/errors/type-errors';
import type { Abandoned, ErrorMessage, ToNotebook } from '../../threads/notebook-messages';
import type { CompilerLink } from '../compiler-link';
import type { History } from '../history/history';
import type { Interrupter } from '../interrupts/interrupter';
import type { Messenger } from '../messenger';
import type { NotebookLink } from '../notebook-link';
import { describeFailure, failureReply, type Request } from '../request';
import type { Status } from '../status';
import { readExecution, type Execution } from './execution';
import type { Outputs } from './outputs';
import { RequestQueue } from './request-queue';
import { asInterrupted, RunningCell, type Done } from './running-cell';

/** A longer cell is data; to check its types would take gigabytes. In characters. */
const LONGEST = 10_000_000;

/** How long an interrupted cell that computes nothing has to end by itself, in milliseconds. */
const TIME_TO_END = 100;

/** How long to wait at most for the lines in which a cell was interrupted, in milliseconds. */
const TIME_TO_TELL = 500;

type UserExpressions = Extract<ToNotebook, { type: 'run' }>['userExpressions'];
type Converted = Awaited<ReturnType<CompilerLink['convert']>>;

/** How a cell ended. */
interface Outcome {
  readonly error?: ErrorMessage;
  readonly result?: Done['result'];
  readonly userExpressions?: Done['userExpressions'];
}

interface Parts {
  readonly messenger: Messenger;
  readonly status: Status;
  readonly outputs: Outputs;
  readonly compiler: CompilerLink;
  readonly notebook: NotebookLink;
  readonly interrupter: Interrupter;
  readonly history: History;
}

/** Runs the cells that clients send: has them converted by the compiler's thread and run by the notebook's. */
export class CellDriver {
  readonly #queue = new RequestQueue((request, aborted) => this.#serve(request, aborted));
  #executionCount = 0;
  #running: RunningCell | undefined;
  /** The cell that was given up last, and when it is known what it has declared. */
  #abandoned: { readonly cell: RunningCell; readonly known: Promise<void>; traceback: readonly string[] } | undefined;

  constructor(private readonly parts: Parts) {}

  /** The cell that is being served. */
  get running(): RunningCell | undefined {
    return this.#running;
  }

  submit(request: Request): void {
    this.#queue.add(request);
  }

  /** What the notebook's thread says about a cell that ended. Only the running one is waited for. */
  finish(done: Done): void {
    if (done.cell === this.#running?.id) this.#running.finish(done);
  }

  /** What the notebook's thread says about a cell that was given up. */
  gaveUp({ cell, declared, traceback }: Abandoned): void {
    if (cell !== this.#abandoned?.cell.id) return;
    this.#abandoned.traceback = traceback;
    if (declared !== undefined) this.#abandoned.cell.keep(declared);
  }

  /** Ends the running cell; if there is none, what earlier cells compute and the timers that they have left running. */
  async interrupt(): Promise<void> {
    const { interrupter, notebook } = this.parts;
    const cell = this.#running;
    cell?.ask();
    if (cell) notebook.send({ type: 'stop', cell: cell.id });
    const { isEnded, calls } = await interrupter.stop();
    if (!cell) {
      if (!this.#running) notebook.send({ type: 'stop-timers' });
      return;
    }
    if (isEnded) {
      cell.interrupt(calls);
      return;
    }
    if (await Promise.race([cell.over, setTimeout(TIME_TO_END, false)])) return;
    await interrupter.stop();
    cell.interrupt();
  }

  async #serve(request: Request, aborted: boolean): Promise<void> {
    const { messenger, status } = this.parts;
    status.beginCell(request);
    const content = aborted ? { status: 'aborted' } : await this.#execute(request).catch(failureReply);
    // A client that has the reply waits for the output only so long.
    await messenger.flushed();
    messenger.reply(request, { ...content, execution_count: this.#executionCount });
    status.endCell(request);
  }

  async #execute(request: Request): Promise<object> {
    const { outputs, history } = this.parts;
    const execution = readExecution(request);
    if (execution.storeHistory) this.#executionCount++;
    const count = this.#executionCount;
    const cell = new RunningCell(outputs.open(request.message.header), request, execution.allowStdin);
    const output = outputs.of(cell.id);
    if (!execution.silent) output.send('execute_input', { code: execution.code, execution_count: count });

    this.#running = cell;
    const interrupted = cell.interrupted.then((error): Outcome => ({ error }));
    const failed = (error: unknown): Outcome => ({ error: describeFailure(error) });
    const ran = this.#run(cell, execution).catch(failed);
    const { error: reason, result, userExpressions } = await Promise.race([ran, interrupted]);
    const error = reason && cell.isAsked ? await this.#abandon(cell, asInterrupted(reason)) : reason;
    this.#running = undefined;
    cell.end();

    output.flush();
    if (execution.storeHistory) history.add(count, execution.code, textOfResult(result));
    if (error) {
      if (execution.stopOnError) await this.#queue.abortWaiting();
      if (!execution.silent) output.send('error', error);
      return { status: 'error', ...error };
    }
    if (result && !execution.silent) output.send('execute_result', { ...result, execution_count: count });
    const payload = cell.pages.map((data) => ({ source: 'page', data, start: 0 }));
    return { status: 'ok', payload, user_expressions: reportExpressions(userExpressions ?? {}) };
  }

  /** Gives up what a cell has left; gives its error with the place where it was ended, if that is known. */
  async #abandon(cell: RunningCell, error: ErrorMessage): Promise<ErrorMessage> {
    const { notebook } = this.parts;
    notebook.send({ type: 'abandon', cell: cell.id, calls: cell.calls });
    // What is said about it comes before this answer.
    const abandoned = { cell, known: notebook.ping(), traceback: [] as readonly string[] };
    this.#abandoned = abandoned;
    if (cell.calls.length > 0) await Promise.race([abandoned.known, setTimeout(TIME_TO_TELL)]);
    return { ...error, traceback: [...error.traceback, ...abandoned.traceback] };
  }

  async #run(cell: RunningCell, { code, silent, userExpressions }: Execution): Promise<Outcome> {
    const { compiler, outputs } = this.parts;
    const filename = `cell ${this.#executionCount}`;
    if (code.length > LONGEST) return { error: tooLong(code.length) };
    await this.#abandoned?.known;
    const converted = await compiler.convert(code, filename);
    if (!silent) this.#tellProblems(cell);
    if (converted.diagnostics.length > 0) return { error: describeTypeErrors(converted.diagnostics, code, filename) };
    this.#warn(cell, converted.warnings ?? [], code, filename);
    cell.begin((declared) => {
      compiler.keep(converted, code, filename, declared);
    });
    const done = await this.#evaluate(cell, converted, code, filename, {});
    cell.keep(done.declared);
    if (done.error) return { error: done.error };
    if (Object.keys(userExpressions).length === 0) return { result: done.result };
    outputs.of(cell.id).flush();
    // They may use what the cell declared, so they are converted after it.
    const expressions = await this.#convertExpressions(userExpressions);
    const nothing = { ...converted, javascript: '', awaits: false, sideOutputs: [] };
    const shown = await this.#evaluate(cell, nothing, '', filename, expressions);
    return { result: done.result, userExpressions: shown.userExpressions };
  }

  async #evaluate(
    cell: RunningCell,
    { javascript, awaits, lastExpression, sourceMap, sideOutputs }: Converted,
    source: string,
    filename: string,
    userExpressions: UserExpressions,
  ): Promise<Done> {
    const { interrupter, notebook } = this.parts;
    await interrupter.settled();
    const done = cell.done();
    const run: ToNotebook = {
      type: 'run',
      cell: cell.id,
      javascript,
      awaits,
      ...(lastExpression !== undefined && { lastExpression }),
      ...(sourceMap !== undefined && { sourceMap }),
      filename,
      source,
      sideOutputs,
      userExpressions,
      silent: false,
    };
    // A cell that was interrupted before it began does not begin.
    if (this.#running === cell) notebook.send(run);
    return done;
  }

  async #convertExpressions(expressions: Execution['userExpressions']): Promise<UserExpressions> {
    const converted: Record<string, UserExpressions[string]> = {};
    for (const [name, code] of Object.entries(expressions)) {
      const { javascript, lastExpression, diagnostics } = await this.parts.compiler.convert(code, name);
      converted[name] =
        diagnostics.length > 0
          ? describeTypeErrors(diagnostics, code, name)
          : { javascript, ...(lastExpression !== undefined && { lastExpression }) };
    }
    return converted;
  }

  /** Says in the first cell what is wrong with the project's settings. */
  #tellProblems(cell: RunningCell): void {
    for (const problem of this.parts.compiler.takeProblems()) {
      this.parts.outputs.of(cell.id).write('stderr', `${problem}\n`);
    }
  }

  #warn(cell: RunningCell, warnings: readonly Diagnostic[], code: string, filename: string): void {
    if (warnings.length === 0) return;
    const { traceback } = describeTypeErrors(warnings, code, filename);
    this.parts.outputs.of(cell.id).write('stderr', `${traceback.join('\n')}\n`);
  }
}

function tooLong(length: number): ErrorMessage {
  const evalue = `the cell has ${length} characters, and at most ${LONGEST} are taken: read large data from a file`;
  return { ename: 'CellTooLong', evalue, traceback: [`CellTooLong: ${evalue}`] };
}

function textOfResult(result: Done['result']): string | undefined {
  const text = result?.data['text/plain'];
  return typeof text === 'string' ? text : undefined;
}

function reportExpressions(expressions: Done['userExpressions']): object {
  const reports = Object.entries(expressions).map(([name, shown]) => {
    return [name, 'ename' in shown ? { status: 'error', ...shown } : { status: 'ok', ...shown }];
  });
  return Object.fromEntries(reports) as object;
}
