import { randomUUID } from 'node:crypto';
import type { Bundle, CellId } from '../../threads/notebook-messages';
import type { NotebookPort } from '../../threads/notebook-port';
import type { CellContext } from '../cell-context';
import { clean, toBundle } from './bundle';

/** What is shown, and how to replace it. As a cell's last value it is no result: the cell has shown it already. */
export class Shown {
  readonly id = randomUUID();
  readonly #replace: (id: string, value: unknown) => void;

  constructor(replace: (id: string, value: unknown) => void) {
    this.#replace = replace;
  }

  /** Shows another value in the same place. */
  update = (value: unknown): void => {
    this.#replace(this.id, value);
  };
}

/** Shows things below the cell that asks for it. */
export class Display {
  readonly #pending = new Map<CellId, Set<Promise<void>>>();

  constructor(
    private readonly port: NotebookPort,
    private readonly context: CellContext,
  ) {}

  /** Shows a value as the result of a cell would be. */
  show(value: unknown): Shown {
    const shown = new Shown((displayId, next) => {
      this.#send(toBundle(next), { displayId, update: true });
    });
    this.#send(toBundle(value), { displayId: shown.id, update: false });
    return shown;
  }

  /** Shows something in formats of the caller's choice. */
  showBundle(
    data: object,
    { metadata = {}, displayId, update = false }: { metadata?: object; displayId?: string; update?: boolean } = {},
  ): void {
    this.#send(clean(data), { metadata, update, ...(displayId === undefined ? {} : { displayId }) });
  }

  /** Removes what the cell has shown so far; with `wait`, once it shows something new. */
  clear({ wait = false } = {}): void {
    this.port.send({ type: 'clear-output', cell: this.context.cell, wait });
  }

  /** Shows a value in the pager below the page, a text as it is. */
  page(value: unknown): void {
    const { cell } = this.context;
    const bundle = typeof value === 'string' ? { 'text/plain': value } : toBundle(value);
    this.#whenKnown(cell, bundle, (data) => {
      this.port.send({ type: 'page', cell, data });
    });
  }

  /** Waits for what a cell has asked to show, for some values can only be read asynchronously. */
  async settle(cell: CellId): Promise<void> {
    await Promise.allSettled([...(this.#pending.get(cell) ?? [])]);
  }

  #send(bundle: Bundle | Promise<Bundle>, options: { metadata?: object; displayId?: string; update: boolean }): void {
    const { cell } = this.context;
    this.#whenKnown(cell, bundle, (data) => {
      this.port.send({ type: 'display', cell, data, metadata: {}, ...options });
    });
  }

  #whenKnown(cell: CellId, bundle: Bundle | Promise<Bundle>, act: (data: Bundle) => void): void {
    if (!(bundle instanceof Promise)) {
      act(bundle);
      return;
    }
    const pending = this.#pending.get(cell) ?? new Set();
    this.#pending.set(cell, pending);
    const done = bundle.then((data) => {
      pending.delete(done);
      if (pending.size === 0) this.#pending.delete(cell);
      act(data);
    });
    pending.add(done);
  }
}
