import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Converted, Declarations } from 'lossbook-kernel';
import { ConversionStopped, HelperProcess, type ConvertLimits } from './helperProcess';
import type { Unconverted } from './messages';

type Conversion = Converted | ConversionStopped;

interface Waiting {
  readonly cell: Unconverted;
  readonly order: number;
  /** Whether it must be converted alone. */
  readonly alone: boolean;
  readonly done: (conversion: Conversion) => void;
  readonly fail: (error: unknown) => void;
}

/** So many cells are converted together at most, so that the first to come are soon done. */
const mostTogether = 32;

/** So many make it worth while at once; fewer wait for more while nobody is in need of them. */
const worthWhile = 16;

/** So many results are remembered. */
const mostKnown = 4096;

/** After so many milliseconds of one request, those that wait for it get another helper. */
const patience = 2000;

/**
 * Converts cells in helper processes and remembers the results, since many students hand in the same cell. Cells that wait at the
 * same time are converted together, which costs a fraction of converting each; one that fails so is converted alone, as in the
 * kernel. A helper that is stuck does not hold up the others.
 */
export class Converters {
  private readonly helpers: HelperProcess[];
  private readonly idle: HelperProcess[] = [];
  private started = 0;
  private waiting: Waiting[] = [];
  private readonly known = new Map<string, Promise<Conversion>>();
  private impatience: NodeJS.Timeout | undefined;

  /**
   * @param folder taken as the folder of the notebooks: types are looked up from here
   * @param isUrgent whether somebody would have nothing to do without the cells that are converted ahead
   */
  constructor(
    folder: string,
    helpers: number,
    limits: ConvertLimits,
    private readonly isUrgent: () => boolean = () => true,
  ) {
    mkdirSync(folder, { recursive: true });
    this.helpers = Array.from({ length: helpers }, () => new HelperProcess(folder, limits));
  }

  /**
   * The converted cell, or why its conversion did not end.
   * @param order who comes first: the lower. 0 is for whoever cannot go on without; others are converted ahead
   */
  convert(previous: Declarations, source: string, order = 0): Promise<Conversion> {
    const key = createHash('sha256')
      .update(JSON.stringify([previous, source]))
      .digest('base64');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const conversion = new Promise<Conversion>((done, fail) => {
      this.queue([{ cell: { previous, source }, order, alone: false, done, fail }]);
    });
    this.known.set(key, conversion);
    conversion.catch(() => this.known.delete(key));
    for (const oldest of this.known.keys()) {
      if (this.known.size <= mostKnown) break;
      this.known.delete(oldest);
    }
    return conversion;
  }

  /** Converts the cells of a notebook as if each ran to its end, so that they are known when they are wanted. */
  async convertAhead(sources: readonly string[], order: number): Promise<void> {
    let declarations: Declarations = '';
    for (const source of sources) {
      const converted = await this.convert(declarations, source, order);
      // Whoever wants what comes after it will say so.
      if (converted instanceof ConversionStopped) return;
      if (converted.diagnostics.length === 0) ({ declarations } = converted);
    }
  }

  /** Ends the helper processes; nothing may be under way. */
  close(): void {
    clearTimeout(this.impatience);
    for (const helper of this.helpers) helper.close();
  }

  private queue(cells: readonly Waiting[]): void {
    this.waiting.push(...cells);
    this.waiting.sort((a, b) => a.order - b.order);
    // What is asked for in the same turn is converted together.
    setImmediate(() => {
      this.serve();
    });
  }

  /** Gives those who wait to helpers; to be called when it may have become urgent. */
  serve(): void {
    for (let helper = this.helperNow(); helper !== undefined; helper = this.helperNow()) void this.work(helper);
  }

  /** A helper for those who wait: one at rest, or another where none was started yet or all are stuck. */
  private helperNow(): HelperProcess | undefined {
    const [first] = this.waiting;
    if (first === undefined) return undefined;
    if (first.order > 0 && this.waiting.length < worthWhile && !this.isUrgent()) return undefined;
    const idle = this.idle.pop();
    if (idle !== undefined) return idle;
    const busy = this.helpers.slice(0, this.started);
    const stuckIn = busy.map(({ busySince }) => patience - (performance.now() - (busySince ?? performance.now())));
    const soonest = Math.max(0, ...stuckIn);
    if (this.started === this.helpers.length) return undefined;
    if (soonest === 0) return this.helpers[this.started++];
    clearTimeout(this.impatience);
    this.impatience = setTimeout(() => {
      this.serve();
    }, soonest);
    return undefined;
  }

  private async work(helper: HelperProcess): Promise<void> {
    const [first] = this.waiting;
    if (first === undefined) return;
    const cells = first.alone ? [first] : this.waiting.filter(({ alone }) => !alone).slice(0, mostTogether);
    this.waiting = this.waiting.filter((one) => !cells.includes(one));
    try {
      if (cells.length === 1) first.done(await convertAlone(helper, first.cell));
      else this.queue(await convertTogether(helper, cells));
    } catch (error) {
      for (const { fail } of cells) fail(error);
    } finally {
      this.idle.push(helper);
      this.serve();
    }
  }
}

/** Converts what can be converted together, and gives back what must be converted alone. */
async function convertTogether(helper: HelperProcess, cells: readonly Waiting[]): Promise<Waiting[]> {
  const left = new Map(cells.entries());
  try {
    await helper.convertAll(
      cells.map(({ cell }) => cell),
      (place, converted) => {
        if (converted === undefined) return;
        left.get(place)?.done(converted);
        left.delete(place);
      },
    );
  } catch (error) {
    if (!(error instanceof ConversionStopped)) throw error;
  }
  return [...left.values()].map((one) => ({ ...one, alone: true }));
}

async function convertAlone(helper: HelperProcess, { previous, source }: Unconverted): Promise<Conversion> {
  const once = (): Promise<Converted> => helper.convert(previous, source);
  try {
    // A helper may have ended for a reason that is not the cell's, such as the machine's memory.
    return await once().catch((error: unknown) => {
      if (error instanceof ConversionStopped && error.message === 'exit') return once();
      throw error;
    });
  } catch (error) {
    if (error instanceof ConversionStopped) return error;
    throw error;
  }
}
