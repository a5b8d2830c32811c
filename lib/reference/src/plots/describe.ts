import { label } from '../drawing/ticks';
import type { Sampled, SampledField } from './sample';

/** What a plot of curves shows, for those who do not see it. */
export function describeCurves({ plot, xs, curves }: Sampled): string {
  const places = [0, Math.floor(xs.length / 2), xs.length - 1];
  const told = curves.map((curve) => {
    const at = (numbers: readonly number[]) => places.map((i) => label(numbers[i] ?? NaN)).join(', ');
    return `${curve.label}: loss ${at(curve.values)}, gradient ${at(curve.gradients)}`;
  });
  const where = places.map((i) => label(xs[i] ?? NaN)).join(', ');
  return `Loss and gradient by ${plot.by} over ${plot.variable}, at ${where}. ${told.join('; ')}.`;
}

/** What a plot of a field shows: where the loss is least and most. */
export function describeField({ plot, xs, ys, values }: SampledField): string {
  const all = values.flatMap((row, j) => row.map((value, i) => ({ value, x: xs[i] ?? NaN, y: ys[j] ?? NaN })));
  const least = all.reduce((best, one) => (one.value < best.value ? one : best));
  const most = all.reduce((worst, one) => (one.value > worst.value ? one : worst));
  const told = ({ value, x, y }: typeof least) => `${label(value)} at (${label(x)}, ${label(y)})`;
  return (
    `Lines of equal loss over ${plot.x.label} and ${plot.y.label}, and arrows against the gradient. ` +
    `Least ${told(least)}, most ${told(most)}.`
  );
}
