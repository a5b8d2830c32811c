import type { Item } from '../../../../solutions/oracles/format';

/** All points of an item. */
export function itemPoints({ points }: Item): number {
  return points.value + (points.gradient ?? 0) + (points.shape ?? 0) + (points.stability ?? 0) + (points.leak ?? 0);
}
