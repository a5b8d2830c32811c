import type { CellFailure, FunctionRun, Hit, Run } from '../judge/hit';
import { asObject, asString, field, type JsonObject } from '../read/json';
import { BadReply, readOutcomes, readThrown, type Outcome } from '../sandbox/reply';

/** What running a submission gave, as JSON: the tensors, of which marks can be made again without running anything. */
export interface StoredRun {
  readonly version: 1;
  readonly functions: readonly StoredFunction[];
  readonly failures: readonly CellFailure[];
  readonly output: string;
  /** The kind of sandbox that it ran in. */
  readonly sandbox: string;
}

type StoredFunction = { readonly item: string; readonly name: string } & (
  { readonly outcomes: readonly StoredOutcome[] } | { readonly hit: Hit }
);

/** Numbers are float32 in little-endian order, in base64, as in a reply of the sandbox. */
type StoredOutcome =
  | Exclude<Outcome, { got: 'tensor' }>
  | { readonly got: 'tensor'; readonly shape: readonly number[]; readonly data?: string; readonly leaked: number };

/** A stored run that is none, or is damaged. */
export class BadStoredRun extends Error {}

export function packRun({ functions, failures, output }: Run, sandbox: string): StoredRun {
  return {
    version: 1,
    functions: [...functions].flatMap(([item, ofItem]) =>
      [...ofItem].map(([name, run]) => ({ item, name, ...packFunction(run) })),
    ),
    failures,
    output,
    sandbox,
  };
}

/**
 * Reads what `packRun` made, wherever it lay meanwhile.
 * @throws BadStoredRun
 */
export function unpackRun(value: unknown): Run {
  const run = asObject(value);
  const [functions, failures, output] = ['functions', 'failures', 'output'].map((name) => field(run, name));
  if (field(run, 'version') !== 1 || !Array.isArray(functions) || !Array.isArray(failures)) {
    throw new BadStoredRun('no run of this version');
  }
  const read = new Map<string, Map<string, FunctionRun>>();
  for (const one of functions.map(asObject)) {
    const [item, name] = [text(field(one, 'item')), text(field(one, 'name'))];
    const ofItem = read.get(item) ?? new Map<string, FunctionRun>();
    read.set(item, ofItem.set(name, unpackFunction(one)));
  }
  return { functions: read, failures: failures.map(readFailure), output: text(output) };
}

/**
 * A stored run from another machine: what `packRun` made there, and nothing else that somebody may have written into it.
 * @throws BadStoredRun
 */
export function readStoredRun(value: unknown): StoredRun {
  return packRun(unpackRun(value), text(field(asObject(value), 'sandbox')));
}

function packFunction(run: FunctionRun): { outcomes: readonly StoredOutcome[] } | { hit: Hit } {
  return 'hit' in run ? { hit: run.hit } : { outcomes: run.outcomes.map(packOutcome) };
}

function packOutcome(outcome: Outcome): StoredOutcome {
  if (outcome.got !== 'tensor') return outcome;
  const { shape, data, leaked } = outcome;
  if (data === undefined) return { got: 'tensor', shape, leaked };
  const bytes = Buffer.alloc(4 * data.length);
  data.forEach((number, i) => bytes.writeFloatLE(number, 4 * i));
  return { got: 'tensor', shape, data: bytes.toString('base64'), leaked };
}

function unpackFunction(stored: JsonObject | undefined): FunctionRun {
  const outcomes = field(stored, 'outcomes');
  if (outcomes === undefined) return { hit: readHit(field(stored, 'hit')) };
  try {
    return { outcomes: readOutcomes({ outcomes }, Array.isArray(outcomes) ? outcomes.length : 0) };
  } catch (error) {
    throw error instanceof BadReply ? new BadStoredRun(error.message) : error;
  }
}

function readFailure(value: unknown): CellFailure {
  const failure = asObject(value);
  return { cell: count(field(failure, 'cell')), hit: readHit(field(failure, 'hit')) };
}

function readHit(value: unknown): Hit {
  const hit = asObject(value);
  const why = field(hit, 'why') as Hit['why'];
  const said = (name: string): string => text(field(hit, name));
  const cell = (): number => count(field(hit, 'cell'));
  switch (why) {
    case 'answer-missing':
    case 'given-up':
      return { why };
    case 'function-missing':
      return { why, name: said('name') };
    case 'type-error':
      return { why, cell: cell(), fault: readFault(field(hit, 'fault')) };
    case 'types-stopped':
      return { why, cell: cell() };
    case 'cell-threw':
      return { why, cell: cell(), error: readThrown(field(hit, 'error')) };
    case 'cell-stopped':
      return { why, cell: cell(), stop: readStop(field(hit, 'stop')) };
    case 'call-threw':
      return { why, name: said('name'), error: readThrown(field(hit, 'error')) };
    case 'no-tensor':
      return { why, name: said('name'), what: said('what') };
    case 'call-stopped':
      return { why, name: said('name'), stop: readStop(field(hit, 'stop')) };
    default:
      throw new BadStoredRun('a hit of no known kind');
  }
}

type TypeError = Extract<Hit, { why: 'type-error' }>;
type Stopped = Extract<Hit, { why: 'cell-stopped' }>;

function readFault(value: unknown): TypeError['fault'] {
  const fault = asObject(value);
  const [message, own] = [text(field(fault, 'message')), text(field(fault, 'text'))];
  return { line: count(field(fault, 'line')), column: count(field(fault, 'column')), message, text: own };
}

const stops: readonly Stopped['stop'][] = ['cpu', 'memory', 'processes', 'wall', 'output', 'exit', 'protocol'];

function readStop(value: unknown): Stopped['stop'] {
  const stop = stops.find((one) => one === value);
  if (stop === undefined) throw new BadStoredRun('a process that ended in no known way');
  return stop;
}

function text(value: unknown): string {
  const read = asString(value);
  if (read === undefined) throw new BadStoredRun('no text where one must be');
  return read;
}

function count(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new BadStoredRun('no number where one must be');
  return value;
}
