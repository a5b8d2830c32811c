import { inspect } from 'node:util';

/**
 * Hides what AsyncLocalStorage writes into each promise up to Node 22 whenever one is printed; it is nothing of the reader's.
 */
export function hideMarksOfPromises(): void {
  const marks = Object.getOwnPropertySymbols(Promise.resolve());
  if (marks.length === 0) return;
  const prototype: object = Promise.prototype;
  Object.defineProperty(prototype, inspect.custom, {
    value(this: object): object {
      for (const mark of marks) if (Object.hasOwn(this, mark)) Object.defineProperty(this, mark, { enumerable: false });
      // Printed as any other promise, now that they are hidden.
      return this;
    },
    writable: true,
    configurable: true,
  });
}
