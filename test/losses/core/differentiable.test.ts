import { engine, tidy } from '@tensorflow/tfjs-core';
import { ready } from '../../../lib/losses/src/index';
import type * as Differentiable from '../../../lib/losses/src/core/differentiable';
import { applyLoss, makeInput } from '../../../lib/reference/src/parity/apply';
import { isLong, losses, readFixture } from '../../../lib/reference/src/parity/fixtures';
import { lossFunction } from '../lossFunction';

let calls = 0;

/** Losses whose elements are one computation and their weighing and reduction another. */
const inTwo = [
  'binaryCrossEntropy',
  'binaryCrossEntropyWithLogits',
  'classBalancedFocalLoss',
  'focalLoss',
  'polyLoss',
  'polyNLoss',
];

jest.mock('../../../lib/losses/src/core/differentiable', () => {
  const { differentiable } = jest.requireActual<typeof Differentiable>('../../../lib/losses/src/core/differentiable');
  const counting: typeof differentiable = (...args) => {
    // Those within the computation of another have a depth.
    if (engine().state.kernelDepth === 0) calls++;
    return differentiable(...args);
  };
  return { differentiable: counting };
});

/** A chain of gradients by hand would save its inputs once more for each, and leave no one place for a fused kernel. */
describe('a loss is one call of differentiable', () => {
  beforeAll(() => ready('cpu'));

  test.each(losses)('%s', (name) => {
    const ordinary = readFixture(name).cases.filter((c) => !isLong(c) && c.tensors.length === 0);
    expect(ordinary.length).toBeGreaterThan(0);
    const counts = ordinary.map((c) => {
      calls = 0;
      tidy(() => void applyLoss(lossFunction(name), c, c.inputs.map(makeInput)));
      return calls;
    });
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBe(inTwo.includes(name) ? 2 : 1);
  });
});
