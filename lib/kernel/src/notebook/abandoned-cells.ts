import { promiseHooks } from 'node:v8';
import type { CellId } from '../threads/notebook-messages';
import type { CellContext } from './cell-context';

/** Some code goes on though ended, as a loop over messages of a MessageChannel does in Node 20 to 24. */
const MOST_ENDS = 200;

/**
 * Cells that were interrupted while they awaited something: what they left waiting must not come back to life. Their timers do
 * nothing when they fire (`CellTimers`); and until the next cell runs, whatever else continues one of them is ended.
 */
export class AbandonedCells {
  readonly #cells = new Set<CellId>();
  #stopWatching: (() => void) | undefined;

  /** @param end has the running code ended from another thread, as an interrupt does; returns if that fails */
  constructor(
    private readonly context: CellContext,
    private readonly end: (cell: CellId) => void,
  ) {}

  add(cell: CellId): void {
    this.#cells.add(cell);
    let left = MOST_ENDS;
    this.nextRuns();
    this.#stopWatching = promiseHooks.onBefore(() => {
      const current = this.context.knownCell;
      if (current === undefined || !this.#cells.has(current)) return;
      if (--left > 0) this.end(current);
      // Not ended: better to let it go on than to hold up everything else.
      this.nextRuns();
    }) as () => void;
  }

  has(cell: CellId): boolean {
    return this.#cells.has(cell);
  }

  /** From now on another cell awaits things, which would be lost with what is ended. */
  nextRuns(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
  }
}
