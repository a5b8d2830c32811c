import type { Tensor } from '@tensorflow/tfjs-core';
import { grads, sub, sum, square, tensor2d, tidy } from '@tensorflow/tfjs-core';
import { tripletMarginLoss, tripletMarginWithDistanceLoss } from '../../lib/losses/src/index';
import type { Distance } from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

const squared: Distance = (x, y) => sum(square(sub(x, y)), -1);

/** Fixtures cannot hold a function, so what PyTorch 2.13 gave for this one is here. */
onEachBackend('a distance of your own', () => {
  const triplet = () => [
    tensor2d([
      [1, 2],
      [0, 1],
    ]),
    tensor2d([
      [1.5, 1],
      [0, 3],
    ]),
    tensor2d([
      [0, 2],
      [2, 2.5],
    ]),
  ];

  test.each([
    [
      false,
      [2.25, 0],
      [
        [-3, 2, 0, 0],
        [1, -2, 0, 0],
        [2, 0, 0, 0],
      ],
    ],
    [
      true,
      [2.25, 1.75],
      [
        [-3, 2, 0, -4],
        [1, -2, 4, 3],
        [2, 0, -4, 1],
      ],
    ],
  ])('has the value and the gradients of PyTorch, swap %s', async (swap, value, gradients) => {
    const loss = (a: Tensor, p: Tensor, n: Tensor) =>
      tripletMarginWithDistanceLoss(a, p, n, { distanceFunction: squared, margin: 2, swap, reduction: 'none' });
    const [a, p, n] = triplet() as [Tensor, Tensor, Tensor];
    expect(Array.from(await loss(a, p, n).data())).toEqual(value);
    const got = await Promise.all(grads(loss)([a, p, n]).map((gradient) => gradient.data()));
    expect(got.map((numbers) => Array.from(numbers, (x) => x + 0))).toEqual(gradients);
  });

  test('none given is the distance of tripletMarginLoss', async () => {
    const [a, p, n] = triplet() as [Tensor, Tensor, Tensor];
    const own = tripletMarginWithDistanceLoss(a, p, n, { reduction: 'none' });
    expect(await own.data()).toEqual(await tripletMarginLoss(a, p, n, { reduction: 'none' }).data());
  });

  test.each([
    ['no function', 'euclidean', 'distanceFunction must be a function, got string'],
    ['a number', () => 1, 'distanceFunction must return a tensor, got number'],
  ])('%s is an error', (_title, distance, message) => {
    const options = { distanceFunction: distance as unknown as Distance };
    expect(() => tidy(() => tripletMarginWithDistanceLoss([1], [2], [3], options))).toThrow(
      `tripletMarginWithDistanceLoss: ${message}`,
    );
  });

  test.each([
    ['p', 0.5, 'p must be ≥ 1, got 0.5'],
    ['eps', NaN, 'eps must be finite, got NaN'],
    ['margin', 0, 'margin must be > 0, got 0'],
  ])('tripletMarginLoss refuses %s = %p', (option, number, message) => {
    expect(() => tripletMarginLoss([1], [2], [3], { [option]: number })).toThrow(`tripletMarginLoss: ${message}`);
  });
});
