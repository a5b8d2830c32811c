import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Thrown } from '../sandbox/reply';
import { sourceLine } from './sourceLine';

/** The cells of a submission as the student wrote them, to tell where an exception comes from. */
export class OwnLines {
  private readonly cells = new Map<number, { readonly source: string; readonly sourceMap: string }>();

  /** @param sourceMap from the cell's JavaScript to what the student wrote (JSON) */
  add(cell: number, source: string, sourceMap: string | undefined): void {
    if (sourceMap !== undefined) this.cells.set(cell, { source, sourceMap });
  }

  /** The exception with the student's own line instead of a place in JavaScript. What the worker says is only a hint. */
  in({ name, message, at }: Thrown): Thrown {
    const cell = at && this.cells.get(at.cell);
    if (at === undefined || cell === undefined) return { name, message };
    const map = new SourceMap(JSON.parse(cell.sourceMap) as SourceMapPayload);
    const entry = map.findEntry(at.line - 1, at.column - 1);
    if (!('originalLine' in entry)) return { name, message };
    const line = entry.originalLine + 1;
    return { name, message, own: { cell: at.cell, line, text: sourceLine(cell.source, line).trim() } };
  }
}
