import { setImmediate } from 'node:timers';
import { evaluate, openScope, type Progress, type Scope } from '../cell/evaluate';
import type { NotebookModules } from '../cell/notebook-modules';
import type { Bundle, CellId, ErrorMessage, FromNotebook, ToNotebook } from '../threads/notebook-messages';
import type { NotebookPort } from '../threads/notebook-port';
import type { AbandonedCells } from './abandoned-cells';
import type { CellContext } from './cell-context';
import { toBundle } from './display/bundle';
import { Shown, type Display } from './display/display';
import { describeThrown } from './errors/describe';
import type { Sources } from './errors/sources';
import type { Interruption } from './interruption';

type Run = Extract<ToNotebook, { type: 'run' }>;
type Done = Extract<FromNotebook, { type: 'done' }>;
type Result = NonNullable<Done['result']>;

interface Parts {
  /** Where the notebook lies, as its cells see it. */
  readonly notebookFile: string;
  readonly port: NotebookPort;
  readonly abandoned: AbandonedCells;
  readonly interruption: Interruption;
  readonly context: CellContext;
  readonly display: Display;
  readonly modules: NotebookModules;
  readonly sources: Sources;
}

/** Runs the cells of one notebook, which see each other's variables. */
export class Cells {
  readonly #scope: Scope;
  /** How far the last cell has come that ran. */
  #latest: { readonly cell: CellId; readonly progress: Progress } | undefined;

  constructor(private readonly parts: Parts) {
    this.#scope = openScope(parts.modules.require, parts.notebookFile);
  }

  /** Runs a cell and reports how it went, after everything that it wrote. */
  async run(request: Run): Promise<void> {
    this.parts.abandoned.nextRuns();
    const { abandoned, interruption, context, display, modules, port, sources } = this.parts;
    const { cell } = request;
    // User expressions come as a run of their own, without code.
    if (request.javascript !== '') {
      sources.add(request.filename, { name: request.filename, text: request.source, sourceMap: request.sourceMap });
    }
    for (const { path, source } of request.sideOutputs) {
      if (source) sources.add(path, { ...source, name: source.path });
    }
    modules.update(request.sideOutputs);
    const outcome = await context.run(cell, () => this.#outcomeOf(request));
    interruption.end(cell);
    await display.settle(cell);
    // Rejections that nobody awaits are reported at the end of the turn; they belong to this cell.
    await new Promise((resolve) => setImmediate(resolve));
    // For an abandoned one, somebody else has answered.
    if (!abandoned.has(cell)) port.send({ type: 'done', cell, ...outcome });
  }

  /** How many of its declaring statements a cell has run, if it is the one that ran last; undefined for any other. */
  declaredBy(cell: CellId): number | undefined {
    return this.#latest?.cell === cell ? this.#latest.progress.declared : undefined;
  }

  async #outcomeOf(request: Run): Promise<Omit<Done, 'type' | 'cell'>> {
    const progress = { declared: 0 };
    this.#latest = { cell: request.cell, progress };
    try {
      const { value } = await evaluate(request, this.#scope, request.filename, progress);
      const isNothing = value === undefined || value === null || value instanceof Shown;
      const result = isNothing ? undefined : await show(value);
      return { ...(result && { result }), userExpressions: await this.#evaluateAll(request) };
    } catch (thrown) {
      const error = describeThrown(thrown, this.parts.sources);
      return { error, declared: progress.declared, userExpressions: {} };
    }
  }

  async #evaluateAll({ userExpressions, filename }: Run): Promise<Record<string, Result | ErrorMessage>> {
    const results: Record<string, Result | ErrorMessage> = {};
    for (const [name, expression] of Object.entries(userExpressions)) {
      results[name] = 'ename' in expression ? expression : await this.#show({ ...expression, awaits: true }, filename);
    }
    return results;
  }

  async #show(expression: Parameters<typeof evaluate>[0], filename: string): Promise<Result | ErrorMessage> {
    try {
      const { value } = await evaluate(expression, this.#scope, `${filename} (expression)`);
      return await show(value);
    } catch (thrown) {
      return describeThrown(thrown, this.parts.sources);
    }
  }
}

async function show(value: unknown): Promise<Result> {
  const data: Bundle = await toBundle(value);
  return { data, metadata: {} };
}
