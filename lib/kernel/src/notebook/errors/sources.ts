import { SourceMap, type SourceMapPayload } from 'node:module';

/** A place in what the reader wrote. Lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A cell, or a file that cells import, as the reader wrote it. */
export interface Source {
  /** `cell 3`, or the file's path. */
  readonly name: string;
  readonly text: string;
  /** Source map (JSON) from the JavaScript to the text. */
  readonly sourceMap?: string | undefined;
}

/** What the reader wrote, to show in place of the JavaScript made of it. */
export class Sources {
  readonly #byJavascript = new Map<string, Source>();
  readonly #byName = new Map<string, Source>();
  readonly #maps = new WeakMap<Source, SourceMap>();

  /** @param filename the name by which Node calls the JavaScript */
  add(filename: string, source: Source): void {
    this.#byJavascript.set(filename, source);
    this.#byName.set(source.name, source);
  }

  /** The lines of a cell or file of the reader's; undefined for any other. */
  linesOf(name: string): readonly string[] | undefined {
    return this.#byName.get(name)?.text.split(/\r\n|\n|\r/);
  }

  /** Where a place in the JavaScript comes from. */
  originOf(filename: string, { line, column }: Place): (Place & { readonly name: string }) | undefined {
    const source = this.#byJavascript.get(filename);
    const entry = source && this.#mapOf(source)?.findEntry(line - 1, column - 1);
    if (!entry || !('originalLine' in entry)) return undefined;
    return { name: source.name, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  }

  #mapOf(source: Source): SourceMap | undefined {
    const known = this.#maps.get(source);
    if (known || source.sourceMap === undefined) return known;
    const map = new SourceMap(JSON.parse(source.sourceMap) as SourceMapPayload);
    this.#maps.set(source, map);
    return map;
  }
}
