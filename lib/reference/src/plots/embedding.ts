import type { Tensor, Tensor1D } from '@tensorflow/tfjs-core';
import {
  cos,
  fill,
  onesLike,
  sin,
  split,
  squaredDifference,
  squeeze,
  stack,
  sum,
  tensor2d,
  tile,
  zerosLike,
} from '@tensorflow/tfjs-core';
import {
  cosineEmbeddingLoss,
  hingeEmbeddingLoss,
  infoNceLoss,
  marginRankingLoss,
  pairwisePreferenceLoss,
  tripletMarginLoss,
  tripletMarginWithDistanceLoss,
} from 'lossbook';
import type { FieldPlot, Plot } from './plot';

const reduction = 'none';

const repeated = (vector: readonly [number, number], x: Tensor1D): Tensor => tile(tensor2d([[...vector]]), [x.size, 1]);

/** A plane of anchors around a positive and a negative. */
const triplet = (
  loss: (anchor: Tensor, positive: Tensor, negative: Tensor) => Tensor,
  levels: readonly number[],
): FieldPlot => ({
  x: { label: 'anchor, first coordinate', range: [-3, 3] },
  y: { label: 'anchor, second coordinate', range: [-2, 2] },
  levels,
  marks: [
    { x: -1, y: 0, text: 'positive' },
    { x: 1, y: 0, text: 'negative' },
  ],
  loss: (x, y) => loss(stack([x, y], 1), repeated([-1, 0], x), repeated([1, 0], x)),
});

export const embedding: Readonly<Record<string, Plot>> = {
  cosineEmbeddingLoss: {
    x: { label: 'input1 with target 1, first coordinate', range: [-3, 3] },
    y: { label: 'second coordinate', range: [-2, 2] },
    levels: [0.05, 0.2, 0.6, 1, 1.4, 1.8],
    marks: [{ x: 1.5, y: 0.75, text: 'input2' }],
    loss: (x, y) => cosineEmbeddingLoss(stack([x, y], 1), repeated([1.5, 0.75], x), onesLike(x), { reduction }),
  },
  hingeEmbeddingLoss: {
    variable: 'distance = input',
    from: 0,
    to: 3,
    by: 'input',
    curves: [
      { label: 'target 1', loss: (x) => hingeEmbeddingLoss(x, onesLike(x), { reduction }) },
      ...[1, 2].map((margin) => ({
        label: `target −1, margin ${margin}`,
        loss: (x: Tensor) => hingeEmbeddingLoss(x, fill(x.shape, -1), { margin, reduction }),
      })),
    ],
  },
  infoNceLoss: {
    variable: 'angle to the positive; the other is at π/2',
    from: 0,
    to: 3,
    by: 'the angle',
    curves: [0.1, 0.5, 1].map((temperature) => ({
      label: `temperature ${temperature}`,
      loss: (angles) => {
        const positives = tensor2d([
          [1, 0],
          [0, 1],
        ]);
        const losses = split(angles, angles.size).map((angle) => {
          const query = squeeze(stack([cos(angle), sin(angle)], 1), [0]);
          const queries = stack([query, zerosLike(query)]);
          return split(infoNceLoss(queries, positives, { temperature, reduction }), 2)[0] as Tensor;
        });
        return squeeze(stack(losses), [1]);
      },
    })),
  },
  marginRankingLoss: {
    variable: 'input1 − input2',
    from: -3,
    to: 3,
    by: 'input1',
    curves: [
      { y: 1, margin: 0 },
      { y: 1, margin: 1 },
      { y: -1, margin: 1 },
    ].map(({ y, margin }) => ({
      label: `target ${y === 1 ? '1' : '−1'}, margin ${margin}`,
      loss: (x) => marginRankingLoss(x, zerosLike(x), fill(x.shape, y), { margin, reduction }),
    })),
  },
  pairwisePreferenceLoss: {
    variable: 'preferred − rejected',
    from: -4,
    to: 4,
    by: 'preferred',
    curves: [0.5, 1, 2].map((beta) => ({
      label: `beta ${beta}`,
      loss: (x) => pairwisePreferenceLoss(x, zerosLike(x), { beta, reduction }),
    })),
  },
  tripletMarginLoss: triplet(
    (anchor, positive, negative) => tripletMarginLoss(anchor, positive, negative, { reduction }),
    [0.25, 0.5, 1, 1.5, 2, 2.5],
  ),
  tripletMarginWithDistanceLoss: triplet(
    (anchor, positive, negative) =>
      tripletMarginWithDistanceLoss(anchor, positive, negative, {
        distanceFunction: (x, y) => sum(squaredDifference(x, y), -1),
        reduction,
      }),
    [0.25, 2, 4, 6, 8, 10],
  ),
};
