import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import { grad, grads, slice, squeeze, sum, tensor1d, tidy } from '@tensorflow/tfjs-core';
import type { Range } from '../drawing/panel';
import type { Curve, CurvePlot, FieldPlot } from './plot';

/** The numbers of a plot, computed by the library itself. */
export interface Sampled {
  plot: CurvePlot;
  xs: number[];
  curves: { label: string; values: number[]; gradients: number[] }[];
}

export interface SampledField {
  plot: FieldPlot;
  xs: number[];
  ys: number[];
  /** A row for each y. */
  values: number[][];
  /** Minus the gradient, at fewer places. */
  arrows: { x: number; y: number; dx: number; dy: number }[];
}

/** So many steps that round numbers, where losses have their kinks, are among them. */
const STEPS = 120;

export function sampleCurves(plot: CurvePlot): Sampled {
  const xs = spread([plot.from, plot.to], STEPS);
  return { plot, xs, curves: plot.curves.map((curve) => ({ label: curve.label, ...sampleCurve(curve, xs) })) };
}

function sampleCurve({ input, loss, pick = firstColumn }: Curve, xs: number[]) {
  return tidy(() => {
    const x = tensor1d(xs);
    const given = input?.(x) ?? x;
    return {
      values: numbers(loss(given)),
      gradients: numbers(pick(grad((input: Tensor) => sum(loss(input)))(given))),
    };
  });
}

function firstColumn(gradient: Tensor): Tensor {
  return gradient.rank === 1 ? gradient : squeeze(slice(gradient, [0, 0], [-1, 1]), [1]);
}

export function sampleField(plot: FieldPlot): SampledField {
  const xs = spread(plot.x.range, 48);
  const ys = spread(plot.y.range, 32);
  const all = tidy(() => numbers(plot.loss(...grid(xs, ys))));
  const inner = (range: Range, steps: number) => spread(range, steps).filter((_, i) => i % 2 === 1);
  const [coarseX, coarseY] = [inner(plot.x.range, 24), inner(plot.y.range, 16)];
  const [dx = [], dy = []] = tidy(() => {
    const gradients = grads((x: Tensor, y: Tensor) => sum(plot.loss(x as Tensor1D, y as Tensor1D)));
    return gradients(grid(coarseX, coarseY)).map(numbers);
  });
  return {
    plot,
    xs,
    ys,
    values: ys.map((_, i) => all.slice(i * xs.length, (i + 1) * xs.length)),
    arrows: coarseY.flatMap((y, row) =>
      coarseX.map((x, column) => {
        const i = row * coarseX.length + column;
        return { x, y, dx: -(dx[i] ?? NaN), dy: -(dy[i] ?? NaN) };
      }),
    ),
  };
}

/** Each x with each y, row by row. */
function grid(xs: readonly number[], ys: readonly number[]): [Tensor1D, Tensor1D] {
  return [tensor1d(ys.flatMap(() => xs)), tensor1d(ys.flatMap((y) => xs.map(() => y)))];
}

function spread([from, to]: Range, steps: number): number[] {
  return Array.from({ length: steps + 1 }, (_, i) => from + (i * (to - from)) / steps);
}

const numbers = (tensor: Tensor): number[] => Array.from(tensor.dataSync());
