import path from 'node:path';
import type { RunningCall } from '../../threads/notebook-messages';
import { cyan } from './colours';
import { listing } from './listing';
import type { Sources } from './sources';
import { isMachinery } from './stack-traces';

/** One call of a stack trace. */
interface Call {
  readonly text: string;
  readonly name: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `at name (file:line:column)` or `at file:line:column`. */
const CALL = /^\s+at (?:async )?(?:(.*?) \((.+):(\d+):(\d+)\)|(.+):(\d+):(\d+))$/;

/** Of calls of libraries one after another, so many are shown at each end. */
const EDGE = 3;

/** The calls of a stack trace: those in cells and the reader's files with their lines, those in libraries as they are. */
export function listCalls(stack: string, sources: Sources): string[] {
  const lines: string[] = [];
  const shown = new Set<string>();
  for (const calls of runs(parse(stack), sources)) {
    const [call] = calls;
    const text = call && sources.linesOf(call.file);
    if (!text) {
      lines.push(...shorten(calls.map((library) => library.text)));
      continue;
    }
    lines.push(`${titleOf(call)}${calls.length > 1 ? `, ${calls.length} times` : ''}`);
    if (!shown.has(placeOf(call)) && call.line <= text.length) lines.push(...listing(text, call));
    shown.add(placeOf(call));
  }
  return lines;
}

/** The calls that an interrupt has ended, as those of a stack trace. */
export function listRunningCalls(calls: readonly RunningCall[], sources: Sources): string[] {
  const stack = calls.flatMap(({ name, file, line, column }) => {
    if (isMachinery(file)) return [];
    const place = sources.originOf(file, { line, column }) ?? { name: file, line, column };
    const where = `${place.name}:${place.line}:${place.column}`;
    return [name === '' ? `    at ${where}` : `    at ${name} (${where})`];
  });
  return listCalls(stack.join('\n'), sources);
}

function parse(stack: string): Call[] {
  return stack.split('\n').flatMap((text) => {
    const parts = CALL.exec(text);
    if (!parts) return [];
    const [, name, ...places] = parts as (string | undefined)[];
    const [file = '', line, column] = places.filter((part) => part !== undefined);
    return [{ text, name, file, line: Number(line), column: Number(column) }];
  });
}

/** Calls of libraries together, and calls of the same place of the reader's, as in a recursion. */
function runs(calls: readonly Call[], sources: Sources): Call[][] {
  const groups: Call[][] = [];
  let last: string | undefined;
  for (const call of calls) {
    const group = sources.linesOf(call.file) ? placeOf(call) : 'library';
    if (group === last) groups.at(-1)?.push(call);
    else groups.push([call]);
    last = group;
  }
  return groups;
}

function shorten(lines: readonly string[]): readonly string[] {
  const left = lines.length - 2 * EDGE;
  return left < 2 ? lines : [...lines.slice(0, EDGE), `    … ${left} more`, ...lines.slice(-EDGE)];
}

function placeOf({ file, line, column }: Call): string {
  return `${file}:${line}:${column}`;
}

function titleOf({ name, file, line }: Call): string {
  const where = path.isAbsolute(file) ? path.relative(process.cwd(), file) : file.replace(/^cell/, 'Cell');
  // What cells declare are properties of one object, which is no concern of the reader.
  const caller = name === undefined ? '' : `, in ${cyan(name.replace(/^Object\./, ''))}`;
  return `${cyan(where)}, line ${line}${caller}`;
}
