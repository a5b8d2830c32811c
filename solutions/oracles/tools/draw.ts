import { between, shapes } from '../draw';
import type { Values } from '../format';

/**
 * Three tensors of other shapes and sizes, with numbers of both signs, small and large: |x| is between 0.2 and 3, and never near 1,
 * where x and x² agree.
 */
export function samples(random: () => number): Values[] {
  const sizes = [() => between(random, 0.2, 0.8), () => between(random, 1.3, 3)];
  return shapes(random).map((shape) => ({
    shape: [...shape],
    data: Array.from({ length: shape.reduce((product, n) => product * n, 1) }, (_, i) => {
      const sign = i < 4 ? (i < 2 ? 1 : -1) : random() < 0.5 ? -1 : 1;
      return Math.fround(sign * (sizes[i % 2]?.() ?? NaN));
    }),
  }));
}
