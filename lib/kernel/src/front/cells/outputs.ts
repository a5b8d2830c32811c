import type { CellId } from '../../threads/notebook-messages';
import type { Messenger, Parent } from '../messenger';
import { CellOutput } from './cell-output';

/** What belongs to older cells than these goes to the oldest that is remembered. */
const REMEMBERED = 10_000;

/** The outputs of all cells: code of a cell may write long after the cell is done. */
export class Outputs {
  readonly #outputs = new Map<CellId, CellOutput>();
  #last = 0;

  constructor(
    private readonly messenger: Messenger,
    private readonly handled: (weight: number) => void,
  ) {}

  /** Numbers a cell, or something else whose code may write; what it writes goes to that parent. */
  open(parent: Parent): CellId {
    const cell = ++this.#last;
    this.#outputs.set(cell, new CellOutput(this.messenger, parent, this.handled));
    const [oldest] = this.#outputs.keys();
    if (oldest !== undefined && this.#outputs.size > REMEMBERED) this.#outputs.delete(oldest);
    return cell;
  }

  of(cell: CellId): CellOutput {
    const [oldest] = this.#outputs.values();
    return this.#outputs.get(cell) ?? oldest ?? new CellOutput(this.messenger, {}, this.handled);
  }
}
