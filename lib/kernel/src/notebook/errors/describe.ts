import { inspect, types } from 'node:util';
import type { ErrorMessage } from '../../threads/notebook-messages';
import { print } from '../display/bundle';
import type { CellSources } from './cell-sources';
import { cyan, red } from './colours';
import { listing } from './listing';

/** How many causes and errors of an AggregateError are shown. */
const MOST = 10;

/** Of a call in a stack trace: `at name (file:line:column)` or `at file:line:column`. */
const CALL = /^\s+at (?:async )?(?:(.*?) \()?([^()]+):(\d+):(\d+)\)?$/;

/** Describes whatever was thrown. It never throws, though getters of the thrown value may. */
export function describeThrown(thrown: unknown, sources: CellSources): ErrorMessage {
  if (!isError(thrown)) {
    const shown = print(thrown);
    return { ename: 'Uncaught', evalue: shown, traceback: [`${red('Uncaught')} ${shown}`] };
  }
  const { name, message } = headOf(thrown);
  return { ename: name, evalue: message, traceback: tracebackOf(thrown, sources, new Set()) };
}

function tracebackOf(error: object, sources: CellSources, seen: Set<unknown>): string[] {
  seen.add(error);
  const { name, message } = headOf(error);
  const lines = [message === '' ? red(name) : `${red(name)}: ${message}`];
  const shown = new Set<string>();
  for (const call of callsOf(error)) lines.push(...describeCall(call, sources, shown));
  lines.push(...propertiesOf(error));
  for (const [title, inner] of innerErrors(error)) {
    if (seen.has(inner) || seen.size > MOST) continue;
    const [first = '', ...rest] = isError(inner) ? tracebackOf(inner, sources, seen) : [print(inner)];
    lines.push('', `${title}: ${first}`, ...rest);
  }
  return lines;
}

/** What an error names as its causes. */
function innerErrors(error: object): [string, unknown][] {
  const cause = read(error, 'cause');
  const errors = read(error, 'errors');
  const listed: unknown[] = attempt(() => (Array.isArray(errors) ? [...(errors as unknown[])] : []), []);
  return [
    ...(cause === undefined ? [] : [['Caused by', cause] satisfies [string, unknown]]),
    ...listed.map((inner, index): [string, unknown] => [`Error ${index + 1} of ${listed.length}`, inner]),
  ];
}

/** A call in a cell with its lines, once for each place; any other call as it is. */
function describeCall(call: string, sources: CellSources, shown: Set<string>): string[] {
  const [, name, file = '', line = '', column = ''] = CALL.exec(call) ?? [];
  const lines = sources.linesOf(file);
  if (!lines) return [call];
  const place = { line: Number(line), column: Number(column) };
  // What cells declare are properties of one object, which is no concern of the reader.
  const where = name === undefined ? '' : `, in ${cyan(name.replace(/^Object\./, ''))}`;
  const title = `${cyan(file.replace(/^cell/, 'Cell'))}, line ${line}${where}`;
  const key = `${file}:${line}:${column}`;
  if (shown.has(key) || place.line > lines.length) return [title];
  shown.add(key);
  return [title, ...listing(lines, place)];
}

function callsOf(error: object): string[] {
  const stack = read(error, 'stack');
  return typeof stack === 'string' ? stack.split('\n').filter((line) => CALL.test(line)) : [];
}

/** What an error carries beside its message, such as the `code` of Node's. */
function propertiesOf(error: object): string[] {
  return attempt(() => {
    const own = Object.keys(error).filter((key) => !['name', 'message', 'stack', 'cause', 'errors'].includes(key));
    if (own.length === 0) return [];
    return inspect(Object.fromEntries(own.map((key) => [key, read(error, key)]))).split('\n');
  }, []);
}

function headOf(error: object): { name: string; message: string } {
  const message = read(error, 'message');
  return { name: nameOf(error), message: typeof message === 'string' ? message : '' };
}

/** An error's name; of a class that sets none, the name of the class. */
function nameOf(error: object): string {
  const name = read(error, 'name');
  if (typeof name !== 'string') return 'Error';
  return attempt(() => {
    const prototype = Object.getPrototypeOf(error) as object;
    if (Object.hasOwn(error, 'name') || Object.hasOwn(prototype, 'name')) return name;
    const { name: className } = prototype.constructor;
    return className === '' ? name : className;
  }, name);
}

function isError(value: unknown): value is object {
  return attempt(() => types.isNativeError(value) || value instanceof Error, false);
}

function read(object: object, name: string): unknown {
  return attempt<unknown>(() => Reflect.get(object, name), undefined);
}

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act();
  } catch {
    return otherwise;
  }
}
