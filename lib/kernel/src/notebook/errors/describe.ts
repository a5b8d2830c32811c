import { inspect, types } from 'node:util';
import type { ErrorMessage } from '../../threads/notebook-messages';
import { print } from '../display/bundle';
import { listCalls } from './calls';
import { red } from './colours';
import type { Sources } from './sources';

/** How many causes and errors of an AggregateError are shown. */
const MOST = 10;

/** Describes whatever was thrown. It never throws, though getters of the thrown value may. */
export function describeThrown(thrown: unknown, sources: Sources): ErrorMessage {
  if (!isError(thrown)) {
    const shown = print(thrown);
    return { ename: 'Uncaught', evalue: shown, traceback: [`${red('Uncaught')} ${shown}`] };
  }
  const { name, message } = headOf(thrown);
  return { ename: name, evalue: message, traceback: tracebackOf(thrown, sources, new Set()) };
}

function tracebackOf(error: object, sources: Sources, seen: Set<unknown>): string[] {
  seen.add(error);
  const { name, message } = headOf(error);
  const stack = read(error, 'stack');
  const lines = [
    message === '' ? red(name) : `${red(name)}: ${message}`,
    ...(typeof stack === 'string' ? listCalls(stack, sources) : []),
    ...propertiesOf(error),
  ];
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
