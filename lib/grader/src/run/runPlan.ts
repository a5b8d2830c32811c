import { declarationsOf, isDeclared } from 'lossbook-kernel/dist/compiler/failed-cell';
import type { Converters } from '../convert/converters';
import { ConversionStopped } from '../convert/helperProcess';
import type { CellFailure, FunctionRun, Hit, Run } from '../judge/hit';
import type { Step } from '../read/step';
import { BadReply, readDeclared, readError, readNames, readOutcomes, type Outcome } from '../sandbox/reply';
import { Stopped, type SandboxProcess } from '../sandbox/sandboxProcess';
import type { RunJob, Wanted } from './runJob';
import { OwnLines } from './ownLines';
import { sourceLine } from './sourceLine';

/** So many processes a submission has at most: each may use up the limits. */
const mostProcesses = 12;

/** So much is kept of what the compiler says: it may name what is as long as a cell. */
const longestMessage = 2000;

/** So many of them the clock may end: what waits for what never comes uses nothing up, but keeps others waiting. */
const mostWaits = 3;

/** After so many cells whose types could not be checked within the limits, no other is tried: each may use up those limits. */
const mostStoppedConversions = 2;

/** What of a job is looked at here. */
type Plan = Pick<RunJob, 'steps' | 'withoutAnswer' | 'wanted'>;

/**
 * Runs a submission's cells and calls its functions. When a cell or a function ends the process, a fresh one runs the cells
 * again without what ended it, and goes on with the rest.
 * @param open gives a process in the sandbox that has started
 * @throws whatever `open` throws
 */
export async function runPlan(plan: Plan, converters: Converters, open: () => Promise<SandboxProcess>): Promise<Run> {
  const running = new Running(plan, converters);
  let waits = 0;
  for (let i = 0; i < mostProcesses && waits < mostWaits && !running.done; i++) {
    const process = await open();
    try {
      await running.goOn(process);
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      if (error.why === 'wall') waits++;
    } finally {
      await process.end();
    }
  }
  return running.result();
}

/** How far a submission has come; it lives through the end of its processes. */
class Running {
  private readonly functions = new Map<string, Map<string, FunctionRun>>();
  private readonly failures = new Map<number, CellFailure>();
  private readonly skip = new Set<Step>();
  private readonly stoppedConversions = new Set<Step>();
  private readonly lines = new OwnLines();
  private output: string | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly converters: Converters,
  ) {}

  get done(): boolean {
    return this.plan.wanted.every(({ item, name }) => this.functions.get(item)?.has(name) === true);
  }

  result(): Run {
    for (const one of this.plan.wanted) {
      if (this.functions.get(one.item)?.has(one.name) !== true) this.record(one, { hit: { why: 'given-up' } });
    }
    const failures = [...this.failures.values()].sort((a, b) => a.cell - b.cell);
    return { functions: this.functions, failures, output: this.output ?? '' };
  }

  /** @throws Stopped when the process ended; what ended it is recorded then. */
  async goOn(process: SandboxProcess): Promise<void> {
    let declarations = '';
    for (const step of this.plan.steps) {
      if (this.skip.has(step)) continue;
      if (step.do === 'run') declarations = await this.runCell(process, step, declarations);
      else await this.take(process, step, declarations);
    }
    this.output ??= process.takeOutput();
    for (const one of this.plan.wanted) {
      if (this.functions.get(one.item)?.has(one.name) !== true) await this.call(process, one);
    }
  }

  /** Runs a cell as the kernel does: of one that throws, later cells know what it had declared by then. */
  private async runCell(
    process: SandboxProcess,
    step: Extract<Step, { do: 'run' }>,
    declarations: string,
  ): Promise<string> {
    const { cell } = step;
    const mayConvert = this.stoppedConversions.has(step) || this.stoppedConversions.size < mostStoppedConversions;
    const converted = mayConvert ? await this.converters.convert(declarations, step.source) : undefined;
    if (converted === undefined || converted instanceof ConversionStopped) {
      if (mayConvert) this.stoppedConversions.add(step);
      this.fail(step, { why: 'types-stopped', cell });
      return declarations;
    }
    const fault = converted.diagnostics[0];
    if (fault !== undefined) {
      const { line, column } = fault;
      const message = fault.message.slice(0, longestMessage);
      const text = sourceLine(step.source, line);
      this.fail(step, { why: 'type-error', cell, fault: { line, column, message, text } });
      return declarations;
    }
    const { javascript, awaits, lastExpression } = converted;
    const filename = `cell ${cell}`;
    this.lines.add(cell, step.source, converted.sourceMap);
    const request = {
      do: 'run',
      filename,
      javascript,
      awaits,
      ...(lastExpression !== undefined && { lastExpression }),
    } as const;
    try {
      const reply = javascript === '' ? {} : await process.request(request);
      const error = readError(reply);
      if (error === undefined) return converted.declarations;
      this.fail(step, { why: 'cell-threw', cell, error: this.lines.in(error) });
      return declarationsOf(converted, readDeclared(reply));
    } catch (error) {
      if (error instanceof Stopped) {
        this.skip.add(step);
        this.output ??= process.takeOutput();
        this.fail(step, { why: 'cell-stopped', cell, stop: error.why });
      }
      throw error;
    }
  }

  /** Takes an item's functions where its test cell stands; names that the kernel would not know are none. */
  private async take(
    process: SandboxProcess,
    step: Extract<Step, { do: 'take' }>,
    declarations: string,
  ): Promise<void> {
    const { item } = step;
    const wanted = this.plan.wanted.filter((one) => one.item === item);
    const names = wanted.map(({ name }) => name).filter((name) => isDeclared(declarations, name));
    let found: readonly string[];
    try {
      const reply = await process.request({ do: 'take', item, names });
      found = readNames(reply, names);
    } catch (error) {
      if (!(error instanceof Stopped || error instanceof BadReply)) throw error;
      const stop = error instanceof Stopped ? error.why : 'protocol';
      for (const one of wanted) this.record(one, { hit: { why: 'call-stopped', name: one.name, stop } });
      this.skip.add(step);
      throw error instanceof Stopped ? error : new Stopped(stop);
    }
    for (const one of wanted) {
      if (!found.includes(one.name)) this.record(one, { hit: this.whyMissing(one) });
    }
  }

  private async call(process: SandboxProcess, one: Wanted): Promise<void> {
    const { item, name, cases } = one;
    try {
      // What the cells made may stay.
      await process.leftNothing();
      const reply = await process.request({ do: 'call', item, name, cases });
      const outcomes = readOutcomes(reply, cases.length).map((outcome) => this.withOwnLine(outcome));
      this.record(one, { outcomes: (await process.leftNothing()) ? outcomes : outcomes.map(withLeak) });
    } catch (error) {
      if (!(error instanceof Stopped || error instanceof BadReply)) throw error;
      const stop = error instanceof Stopped ? error.why : 'protocol';
      this.record(one, { hit: { why: 'call-stopped', name, stop } });
      throw error instanceof Stopped ? error : new Stopped(stop);
    }
  }

  /** Why a function is not there: the answer is gone, or its cell failed, or another cell was stopped, or it was not written. */
  private whyMissing({ item, name }: Wanted): Hit {
    if (this.plan.withoutAnswer.includes(item)) return { why: 'answer-missing' };
    const answer = this.plan.steps.find((step) => step.do === 'run' && step.item === item);
    const own = answer?.do === 'run' ? this.failures.get(answer.cell) : undefined;
    const stopped = [...this.failures.values()].find(({ hit }) => hit.why === 'cell-stopped');
    return own?.hit ?? stopped?.hit ?? { why: 'function-missing', name };
  }

  private withOwnLine(outcome: Outcome): Outcome {
    return outcome.got === 'thrown' ? { ...outcome, error: this.lines.in(outcome.error) } : outcome;
  }

  private record({ item, name }: Wanted, run: FunctionRun): void {
    const ofItem = this.functions.get(item) ?? new Map<string, FunctionRun>();
    this.functions.set(item, ofItem);
    if (!ofItem.has(name)) ofItem.set(name, run);
  }

  private fail({ cell }: { readonly cell: number }, hit: Hit): void {
    if (!this.failures.has(cell)) this.failures.set(cell, { cell, hit });
  }
}

/** An outcome that hides what it left behind, or left it later. */
function withLeak(outcome: Outcome): Outcome {
  return outcome.got === 'tensor' && outcome.leaked === 0 ? { ...outcome, leaked: 1 } : outcome;
}
