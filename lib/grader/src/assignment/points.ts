import type { Item, Oracle, Points } from '../../../../solutions/oracles/format';
import type { LineName } from '../judge/item';
import type { Assignment } from './assignment';

/** An oracle with the points that an assignment gives its items; an item's new total is shared out among its lines. */
export function withPoints(oracle: Oracle, { exercises }: Assignment): Oracle {
  const points = exercises.get(oracle.exercise)?.points;
  if (points === undefined || points.size === 0) return oracle;
  return { ...oracle, items: oracle.items.map((item) => withItemPoints(item, points.get(item.id))) };
}

function withItemPoints(item: Item, given: number | ReadonlyMap<LineName, number> | undefined): Item {
  if (given === undefined) return item;
  const lines = Object.entries(item.points) as [LineName, number][];
  const points = typeof given === 'number' ? shares(lines, given) : lines.map(([line]) => [line, given.get(line) ?? 0]);
  const { value = 0, ...others } = Object.fromEntries(points) as Partial<Points>;
  return { ...item, points: { value, ...others } };
}

/** The last line gets what rounding leaves, so that the sum is the total. */
function shares(lines: readonly [LineName, number][], total: number): [LineName, number][] {
  const whole = lines.reduce((sum, [, value]) => sum + value, 0);
  let left = total;
  return lines.map(([line, value], i) => {
    const share = rounded(i === lines.length - 1 ? left : (total * value) / whole);
    left -= share;
    return [line, share];
  });
}

function rounded(points: number): number {
  return Number(points.toFixed(6));
}
