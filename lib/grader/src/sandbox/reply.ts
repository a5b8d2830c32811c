import { asObject, asString, field, type JsonObject } from '../read/json';

/** An exception as the worker tells of it. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  /** Where, in the JavaScript of a cell. */
  readonly at?: { readonly cell: number; readonly line: number; readonly column: number };
  /** The student's own line, once it is known. */
  readonly own?: { readonly cell: number; readonly line: number; readonly text: string };
}

/** What a student's function gave for one case. */
export type Outcome =
  | {
      readonly got: 'tensor';
      readonly shape: readonly number[];
      /** The numbers; undefined if there are more than any right answer has. */
      readonly data: readonly number[] | undefined;
      /** Tensors that stayed behind beside the result; negative if arguments were disposed of. */
      readonly leaked: number;
    }
  /** Something that is no tensor of numbers; `what` names it. */
  | { readonly got: 'other'; readonly what: string }
  | { readonly got: 'thrown'; readonly error: Thrown };

/** The worker sent something else than a reply. */
export class BadReply extends Error {}

const most = { text: 2000, axes: 16, elements: 65_536 };

/** The error of a reply, or undefined if all went well. */
export function readError(reply: JsonObject): Thrown | undefined {
  const error = field(reply, 'error');
  return error === undefined ? undefined : readThrown(error);
}

/** How many of its declaring statements a cell that threw had run. What it says is its own loss: no name comes of it. */
export function readDeclared(reply: JsonObject): number {
  const declared = field(reply, 'declared');
  return typeof declared === 'number' && Number.isSafeInteger(declared) && declared > 0 ? declared : 0;
}

/** Which of the names asked for are functions. */
export function readNames(reply: JsonObject, asked: readonly string[]): string[] {
  const found = field(reply, 'found');
  if (!Array.isArray(found)) throw new BadReply('no names');
  return asked.filter((name) => found.includes(name));
}

/**
 * The outcomes of a call, one for each case. They are data of the student: every field is checked and copied.
 * @throws BadReply
 */
export function readOutcomes(reply: JsonObject, cases: number): Outcome[] {
  const outcomes = field(reply, 'outcomes');
  if (!Array.isArray(outcomes) || outcomes.length !== cases) throw new BadReply('not one outcome for each case');
  return outcomes.map(readOutcome);
}

function readOutcome(value: unknown): Outcome {
  const outcome = asObject(value);
  switch (field(outcome, 'got')) {
    case 'thrown':
      return { got: 'thrown', error: readThrown(field(outcome, 'error')) };
    case 'other':
      return { got: 'other', what: readText(field(outcome, 'what')) };
    case 'tensor': {
      const shape = readShape(field(outcome, 'shape'));
      const leaked = field(outcome, 'leaked');
      if (typeof leaked !== 'number' || !Number.isSafeInteger(leaked)) throw new BadReply('no count of tensors');
      return { got: 'tensor', shape, data: readData(outcome, shape), leaked };
    }
    default:
      throw new BadReply('no outcome');
  }
}

function readShape(value: unknown): number[] {
  if (!Array.isArray(value) || value.length > most.axes) throw new BadReply('no shape');
  return value.map((size: unknown) => {
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) throw new BadReply('no shape');
    return size;
  });
}

function readData(outcome: JsonObject | undefined, shape: readonly number[]): number[] | undefined {
  const data = field(outcome, 'data');
  if (data === undefined) return undefined;
  const size = shape.reduce((product, n) => product * n, 1);
  if (typeof data !== 'string' || size > most.elements) throw new BadReply('no data');
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length !== 4 * size) throw new BadReply('data of another size than the shape says');
  return Array.from({ length: size }, (_, i) => bytes.readFloatLE(4 * i));
}

export function readThrown(value: unknown): Thrown {
  const error = asObject(value);
  const [at, own] = [asObject(field(error, 'at')), asObject(field(error, 'own'))];
  const [cell, line, column] = ['cell', 'line', 'column'].map((name) => readPlace(field(at, name)));
  const [ownCell, ownLine] = ['cell', 'line'].map((name) => readPlace(field(own, name)));
  return {
    name: readText(field(error, 'name')),
    message: readText(field(error, 'message')),
    ...(cell !== undefined && line !== undefined && column !== undefined && { at: { cell, line, column } }),
    ...(ownCell !== undefined &&
      ownLine !== undefined && { own: { cell: ownCell, line: ownLine, text: readText(field(own, 'text')) } }),
  };
}

function readPlace(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function readText(value: unknown): string {
  return (asString(value) ?? '').slice(0, most.text);
}
