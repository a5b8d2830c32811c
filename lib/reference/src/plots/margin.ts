import type { Tensor } from '@tensorflow/tfjs-core';
import { expandDims, fill, onesLike, tensor2d, tile } from '@tensorflow/tfjs-core';
import {
  crammerSingerLoss,
  hingeLoss,
  multilabelMarginLoss,
  multilabelSoftMarginLoss,
  multiMarginLoss,
  softMarginLoss,
  svmLoss,
  westonWatkinsLoss,
} from 'lossbook';
import type { CurvePlot } from './plot';
import { rightClass, scores } from './scores';

const reduction = 'none';

/** Of the score of the right one of three classes; the kinks are where it is a margin above another. */
const ofClass = (curves: Record<string, (logits: Tensor, classes: Tensor) => Tensor>): CurvePlot => ({
  variable: 'right score; the others are 0 and −1',
  from: -3,
  to: 3,
  by: 'the right score',
  curves: Object.entries(curves).map(([label, loss]) => ({
    label,
    input: scores(0, -1),
    loss: (logits) => loss(logits, rightClass(logits)),
  })),
});

/** Of a score, each curve with another target or option. */
const ofScore = (variable: string, curves: Record<string, (x: Tensor) => Tensor>): CurvePlot => ({
  variable,
  from: -3,
  to: 3,
  by: 'input',
  curves: Object.entries(curves).map(([label, loss]) => ({ label, loss })),
});

export const margin: Readonly<Record<string, CurvePlot>> = {
  crammerSingerLoss: ofClass({
    'margin 1': (z, y) => crammerSingerLoss(z, y, { reduction }),
    'margin 2': (z, y) => crammerSingerLoss(z, y, { margin: 2, reduction }),
  }),
  hingeLoss: ofScore('score = input, with target 1', {
    'margin 1': (x) => hingeLoss(x, onesLike(x), { reduction }),
    'margin 2': (x) => hingeLoss(x, onesLike(x), { margin: 2, reduction }),
    squared: (x) => hingeLoss(x, onesLike(x), { squared: true, reduction }),
  }),
  multiMarginLoss: ofClass({
    'p 1': (z, y) => multiMarginLoss(z, y, { reduction }),
    'p 2': (z, y) => multiMarginLoss(z, y, { p: 2, reduction }),
  }),
  multilabelMarginLoss: ofClass({
    'the right class alone': (z) => multilabelMarginLoss(z, labels(z, [0, -1, -1]), { reduction }),
    'that and the second': (z) => multilabelMarginLoss(z, labels(z, [0, 1, -1]), { reduction }),
  }),
  multilabelSoftMarginLoss: ofScore('logit of the only class', {
    'target 1': (x) => multilabelSoftMarginLoss(expandDims(x, 1), fill([x.size, 1], 1), { reduction }),
    'target 0': (x) => multilabelSoftMarginLoss(expandDims(x, 1), fill([x.size, 1], 0), { reduction }),
  }),
  softMarginLoss: ofScore('score = input', {
    'target 1': (x) => softMarginLoss(x, onesLike(x), { reduction }),
    'target −1': (x) => softMarginLoss(x, fill(x.shape, -1), { reduction }),
  }),
  svmLoss: ofScore('score = predictions', {
    'target 1': (x) => svmLoss(x, onesLike(x), { reduction }),
    'target −1': (x) => svmLoss(x, fill(x.shape, -1), { reduction }),
    'target 0': (x) => svmLoss(x, fill(x.shape, 0), { reduction }),
  }),
  westonWatkinsLoss: ofClass({
    'margin 1': (z, y) => westonWatkinsLoss(z, y, { reduction }),
    'margin 2': (z, y) => westonWatkinsLoss(z, y, { margin: 2, reduction }),
  }),
};

const labels = (logits: Tensor, classes: number[]): Tensor =>
  tile(tensor2d([classes], undefined, 'int32'), [logits.shape[0], 1]);
