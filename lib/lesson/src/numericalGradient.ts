import { tensor, tidy } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * The gradient of a scalar function by central differences, (f(x + h) − f(x − h)) / 2h in each element: slow and approximate, to
 * check a gradient that was derived by hand.
 *
 * In float32 the step is a compromise. Rounding errs by about 1e-7·|f|/h and the formula itself by h²·f‴/6, so that h = 1e-2 is
 * near the best for inputs about 1 (error about 2e-5); at h = 1e-7 nothing of the gradient is left. Where |x| is much larger than
 * 1, take h = 1e-2·|x|. Within h of a kink the result is a mixture of both slopes, at the kink itself their mean.
 *
 * @param f a function of a tensor to a scalar tensor
 * @param x where to take the gradient, of any shape
 * @returns a tensor of x's shape; nothing else stays in memory
 */
export function numericalGradient(f: (x: Tensor) => Tensor, x: Tensor, h = 1e-2): Tensor {
  const numbers = Float32Array.from(x.dataSync());
  const at = (i: number, value: number): number =>
    tidy(() => f(tensor(numbers.with(i, value), x.shape)).dataSync()[0] ?? NaN);
  const slopes = numbers.map((value, i) => {
    const [low, high] = [Math.fround(value - h), Math.fround(value + h)];
    return (at(i, high) - at(i, low)) / (high - low);
  });
  return tensor(slopes, x.shape);
}
