import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import type { Range } from '../drawing/panel';

/** What is drawn of a loss of one number: its value and its gradient. */
export interface CurvePlot {
  /** The number, as the axis names it. */
  variable: string;
  from: number;
  to: number;
  /** By what the gradient is. */
  by: string;
  /** What the axes show, where the numbers go too far. */
  values?: Range;
  gradients?: Range;
  curves: readonly Curve[];
}

export interface Curve {
  label: string;
  /** What the loss is given for the numbers; by default they themselves. */
  input?: (x: Tensor1D) => Tensor;
  /** The loss of each number. */
  loss: (input: Tensor) => Tensor;
  /** Of the gradient by the input, the one that is drawn for each number; by default the first column, or all of it. */
  pick?: (gradient: Tensor) => Tensor;
}

/** What is drawn of a loss of two numbers: lines of equal loss, and where descent goes. */
export interface FieldPlot {
  x: { label: string; range: Range };
  y: { label: string; range: Range };
  /** The losses that have a line, at most six. */
  levels: readonly number[];
  marks?: readonly { x: number; y: number; text: string }[];
  loss: (x: Tensor1D, y: Tensor1D) => Tensor;
}

export type Plot = CurvePlot | FieldPlot;
