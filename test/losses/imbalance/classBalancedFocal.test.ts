import { exp, getBackend, tensor1d } from '@tensorflow/tfjs-core';
import { classBalancedFocalLoss, classBalancedWeights } from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';

const SCORES = [[0, 1000]];

onEachBackend('classBalancedFocalLoss', () => {
  test.each([
    ['an array', () => [1, 2]],
    ['a typed array', () => new Int32Array([1, 2])],
    ['a float32 tensor', () => tensor1d([1, 2])],
    ['an int32 tensor', () => tensor1d([1, 2], 'int32')],
  ])('counts may be %s', async (_what, counts) => {
    expect(await classBalancedFocalLoss(SCORES, [0], { counts: counts(), beta: 0.5 }).array()).toBeCloseTo(1200, 3);
  });

  test('counts that were computed are taken where the backend can read them at once, and refused where not', () => {
    const counts = exp(tensor1d([0, 1])); // on the GPU, where an addition of so few is not
    const call = () => classBalancedWeights(counts, 0.5);
    if (getBackend() === 'webgpu') {
      const message = "classBalancedWeights: give counts as an array: this backend's tensors cannot be read at once";
      expect(call).toThrow(new RangeError(message));
    } else {
      expect(call).not.toThrow();
    }
  });
});
