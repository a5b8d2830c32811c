import type { Tensor } from '@tensorflow/tfjs-core';
import { grad, grads, sum, tensor1d } from '@tensorflow/tfjs-core';
import { gaussianNllLoss } from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';

/** The fixtures have second derivatives by the first input alone; these are PyTorch 2.13's by `var`. */
onEachBackend('the second derivatives of gaussianNllLoss by the variance', () => {
  test('and by the variance or the mean', async () => {
    const [mean, target, variance] = [tensor1d([1, 2, 0.5]), tensor1d([0, 2, 3]), tensor1d([1, 0.5, 2])];
    const byVariance = (x: Tensor, v: Tensor) =>
      grad((v: Tensor) => gaussianNllLoss(x, target, v, { reduction: 'sum' }))(v);
    const second = grads((v: Tensor, x: Tensor) => sum(byVariance(x, v)))([variance, mean]);
    const [twice, mixed] = await Promise.all(second.map((tensor) => tensor.data()));
    expect(Array.from(twice ?? [])).toEqual([0.5, -2, 0.65625]);
    expect(Array.from(mixed ?? [], (x) => x + 0)).toEqual([-1, 0, 0.625]);
  });
});
