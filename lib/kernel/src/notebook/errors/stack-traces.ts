import path from 'node:path';
import type { Sources } from './sources';

/** Enough to reach the reader's own lines below those of a library. */
const DEEPEST = 50;

/** Folders and schemes whose functions call the reader's code, and are no concern of the reader. */
const MACHINERY = [path.resolve(__dirname, '../..') + path.sep, 'node:'];

/** Leaves in all stack traces of the thread only what the reader wrote or imported, with the lines of cells as written. */
export function showReadersLines(sources: Sources): void {
  Error.stackTraceLimit = DEEPEST;
  Error.prepareStackTrace = (error, sites) => {
    const shown = sites.filter((site) => !isMachinery(site.getFileName() ?? ''));
    return [header(error), ...shown.map((site) => `    at ${describe(site, sources)}`)].join('\n');
  };
}

export function isMachinery(file: string): boolean {
  return MACHINERY.some((start) => file.startsWith(start));
}

function describe(site: NodeJS.CallSite, sources: Sources): string {
  const text = (site as { toString(): string }).toString();
  const [file, line, column] = [site.getFileName(), site.getLineNumber(), site.getColumnNumber()];
  if (file === null || line === null || column === null) return text;
  const origin = sources.originOf(file, { line, column });
  return origin ? text.replace(`${file}:${line}:${column}`, `${origin.name}:${origin.line}:${origin.column}`) : text;
}

/** As an error says itself, also of what only looks like one: `console.trace` captures the stack of a plain object. */
function header(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return 'Error';
  }
}
