import { SourceMap, type SourceMapPayload } from 'node:module';

/** A place in a cell as the reader wrote it. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

interface CellSource {
  readonly lines: readonly string[];
  readonly mapText: string | undefined;
  map?: SourceMap;
}

/** The cells as the reader wrote them, by the names that stack traces call them. */
export class CellSources {
  readonly #cells = new Map<string, CellSource>();

  add(filename: string, source: string, sourceMap: string | undefined): void {
    this.#cells.set(filename, { lines: source.split(/\r\n|\n|\r/), mapText: sourceMap });
  }

  /** The lines of a cell; undefined for any other file. */
  linesOf(filename: string): readonly string[] | undefined {
    return this.#cells.get(filename)?.lines;
  }

  /** Where in the cell a place in its JavaScript comes from. */
  originOf(filename: string, { line, column }: Place): Place | undefined {
    const cell = this.#cells.get(filename);
    if (cell?.mapText === undefined) return undefined;
    cell.map ??= new SourceMap(JSON.parse(cell.mapText) as SourceMapPayload);
    const entry = cell.map.findEntry(line - 1, column - 1);
    if (!('originalLine' in entry)) return undefined;
    return { line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }
}
