import { closeNumbers, sameShape } from '../close';
import type { Values } from '../values';

/**
 * Whether an answer is `factor · formula` (1e-4 relative): wider than the tolerance of a right answer, since a wrong formula may
 * be worse conditioned than the right one, and still far below the distance between two formulas.
 */
export function fits(got: Values, formula: Values, factor = 1): boolean {
  const largest = formula.data.reduce(
    (most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(factor * x)) : most),
    0,
  );
  const tolerance = { relative: 1e-4, absolute: 2e-6 * largest };
  return sameShape(got, formula) && formula.data.every((x, i) => closeNumbers(got.data[i], factor * x, tolerance));
}
