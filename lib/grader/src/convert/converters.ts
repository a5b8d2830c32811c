import { mkdirSync } from 'node:fs';
import type { Converted, Declarations } from 'lossbook-kernel';
import { ConversionStopped, HelperProcess, type ConvertLimits } from './helperProcess';

/** Converts cells in helper processes and remembers the results, since many students hand in the same cell. */
export class Converters {
  private readonly idle: HelperProcess[];
  private readonly waiting: ((helper: HelperProcess) => void)[] = [];
  private readonly known = new Map<string, Promise<Converted | ConversionStopped>>();

  /** @param folder taken as the folder of the notebooks: types are looked up from here */
  constructor(folder: string, helpers: number, limits: ConvertLimits) {
    mkdirSync(folder, { recursive: true });
    this.idle = Array.from({ length: helpers }, () => new HelperProcess(folder, limits));
  }

  /** The converted cell, or why its conversion did not end. */
  convert(previous: Declarations, source: string): Promise<Converted | ConversionStopped> {
    const key = JSON.stringify([previous, source]);
    const known = this.known.get(key) ?? this.convertAnew(previous, source);
    this.known.set(key, known);
    return known;
  }

  /** Ends the helper processes; nothing may be under way. */
  close(): void {
    for (const helper of this.idle) helper.close();
  }

  private async convertAnew(previous: Declarations, source: string): Promise<Converted | ConversionStopped> {
    const helper = this.idle.pop() ?? (await new Promise<HelperProcess>((resolve) => this.waiting.push(resolve)));
    try {
      const once = (): Promise<Converted> => helper.convert(previous, source);
      // A helper may have ended for a reason that is not the cell's, such as the machine's memory.
      return await once().catch((error: unknown) => {
        if (error instanceof ConversionStopped && error.message === 'exit') return once();
        throw error;
      });
    } catch (error) {
      if (error instanceof ConversionStopped) return error;
      throw error;
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.idle.push(helper);
      else next(helper);
    }
  }
}
