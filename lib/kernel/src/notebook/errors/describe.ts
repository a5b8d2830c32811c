import { inspect, types } from 'node:util';
import type { ErrorMessage } from '../../threads/notebook-messages';
import type { CellSources } from './cell-sources';
import { cyan, red } from './colours';
import { listing } from './listing';

/** How many causes of causes, and how many errors of an AggregateError, are shown. */
const DEEPEST = 4;
const MOST = 10;

/** Of a call in a stack trace: `at name (file:line:column)` or `at file:line:column`. */
const CALL = /^\s+at (?:async )?(?:(.*?) \()?([^()]+):(\d+):(\d+)\)?$/;

/** Describes whatever was thrown. It never throws, though getters of the thrown value may. */
export function describeThrown(thrown: unknown, sources: CellSources): ErrorMessage {
  if (!isError(thrown)) {
    const shown = attempt(() => inspect(thrown), 'a value that cannot be shown');
    return { ename: 'Uncaught', evalue: shown, traceback: [`${red('Uncaught')} ${shown}`] };
  }
  const { name, message } = headOf(thrown);
  return { ename: name, evalue: message, traceback: tracebackOf(thrown, sources, 0) };
}

function tracebackOf(error: object, sources: CellSources, depth: number): string[] {
  const { name, message } = headOf(error);
  const lines = [message === '' ? red(name) : `${red(name)}: ${message}`];
  const shown = new Set<string>();
  for (const call of callsOf(error)) lines.push(...describeCall(call, sources, shown));
  lines.push(...propertiesOf(error));
  if (depth >= DEEPEST) return lines;
  const cause = read(error, 'cause');
  if (cause !== undefined) lines.push(...nested('Caused by', cause, sources, depth));
  const errors = attempt(() => (types.isNativeError(error) ? read(error, 'errors') : undefined), undefined);
  if (Array.isArray(errors)) {
    errors.slice(0, MOST).forEach((inner: unknown, index) => {
      lines.push(...nested(`Error ${index + 1} of ${errors.length}`, inner, sources, depth));
    });
  }
  return lines;
}

function nested(title: string, thrown: unknown, sources: CellSources, depth: number): string[] {
  const [first = '', ...rest] = isError(thrown)
    ? tracebackOf(thrown, sources, depth + 1)
    : [attempt(() => inspect(thrown), 'a value that cannot be shown')];
  return ['', `${title}: ${first}`, ...rest];
}

/** A call in a cell with its lines, once for each place; any other call as it is. */
function describeCall(call: string, sources: CellSources, shown: Set<string>): string[] {
  const [, name, file = '', line = '', column = ''] = CALL.exec(call) ?? [];
  const lines = sources.linesOf(file);
  if (!lines) return [call];
  const place = { line: Number(line), column: Number(column) };
  const title = `${cyan(file.replace(/^cell/, 'Cell'))}, line ${line}${name === undefined ? '' : `, in ${cyan(name)}`}`;
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
  const [name, message] = [read(error, 'name'), read(error, 'message')];
  return { name: typeof name === 'string' ? name : 'Error', message: typeof message === 'string' ? message : '' };
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
