/**
 * A number to six significant digits, so that a stored output is the same on every backend and machine. Integers stay exact, and
 * -0 becomes 0.
 */
export function stable(x: number): number {
  return Number.isFinite(x) && !Number.isInteger(x) ? Number(x.toPrecision(6)) : x + 0;
}
