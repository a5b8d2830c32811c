import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { evaluate, openConverter, openScope, type Converted, type Converter } from '../../../lib/kernel/src';
import { NotebookModules } from '../../../lib/kernel/src/cell/notebook-modules';
import { ROOT } from '../client';

/** A notebook without a kernel: its folder, its converter, and its cells' variables. */
export class Notebook {
  readonly folder: string;
  #converter: Converter | undefined;
  #declarations = '';
  readonly #modules: NotebookModules;
  #scope: ReturnType<typeof openScope>;

  /** @param files what lies in the folder, by path */
  constructor(files: Readonly<Record<string, string>> = {}) {
    this.folder = realpathSync(mkdtempSync(path.join(ROOT, 'test/kernel/compiler/.notebook-')));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
    this.#modules = new NotebookModules(this.folder);
    this.#scope = openScope(this.#modules.require);
  }

  get converter(): Converter {
    return (this.#converter ??= openConverter(this.folder));
  }

  get declarations(): string {
    return this.#declarations;
  }

  write(name: string, text: string): void {
    const file = path.join(this.folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Forgets all variables. */
  restart(): void {
    this.#declarations = '';
    this.#scope = openScope(this.#modules.require);
  }

  convert(source: string): Converted {
    return this.converter.convert(this.#declarations, source);
  }

  /** Runs cells one after another; gives the value of the last one. */
  async run(...cells: string[]): Promise<unknown> {
    let value: unknown;
    for (const cell of cells) {
      const converted = this.convert(cell);
      expect(converted.diagnostics).toEqual([]);
      this.#modules.update(converted.sideOutputs);
      ({ value } = await evaluate(converted, this.#scope, path.join(this.folder, 'cell.js')));
      this.#declarations = converted.declarations;
    }
    return value;
  }

  /** The errors of a cell, each as `line:column-endLine:endColumn code`. */
  errors(source: string): string[] {
    return this.convert(source).diagnostics.map(
      ({ line, column, endLine, endColumn, code }) => `${line}:${column}-${endLine}:${endColumn} ${code}`,
    );
  }

  /** Completions at the `|` in a cell. */
  complete(marked: string): ReturnType<Converter['complete']> {
    return this.converter.complete(this.#declarations, marked.replace('|', ''), marked.indexOf('|'));
  }

  /** What is known of the name at the `|` in a cell. */
  inspect(marked: string, detail: 0 | 1 = 0): ReturnType<Converter['inspect']> {
    return this.converter.inspect(this.#declarations, marked.replace('|', ''), marked.indexOf('|'), detail);
  }

  close(): void {
    this.#converter?.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Runs cells in a plain Node.js, since jest loads packages in its own way; gives the value of the last one as JSON. */
export function runInNode(folder: string, cells: readonly string[]): unknown {
  const output = execFileSync(process.execPath, ['-e', RUN, DIST, folder, ...cells], { encoding: 'utf8', cwd: folder });
  return JSON.parse(output);
}

const DIST = path.join(ROOT, 'lib/kernel/dist');

const RUN = `
const [dist, folder, ...cells] = process.argv.slice(1);
const { openConverter, openScope, evaluate } = require(dist + '/index.js');
const { NotebookModules } = require(dist + '/cell/notebook-modules.js');
const converter = openConverter(folder);
const modules = new NotebookModules(folder);
const scope = openScope(modules.require);
(async () => {
  let declarations = '', value;
  for (const cell of cells) {
    const converted = converter.convert(declarations, cell);
    if (converted.diagnostics.length > 0) throw new Error(JSON.stringify(converted.diagnostics));
    modules.update(converted.sideOutputs);
    ({ value } = await evaluate(converted, scope, folder + '/cell.js'));
    declarations = converted.declarations;
  }
  process.stdout.write(JSON.stringify(value) ?? 'null');
})();`;
