import type { Tensor } from '@tensorflow/tfjs-core';
import { add, expandDims, fill, sub, sum, where, zerosLike } from '@tensorflow/tfjs-core';
import { differentiable } from '../core/differentiable';

/**
 * `margin + x_i - x_j`, by how much class i lacks the distance that it should have below the class j of each slot;
 * -∞ for pairs that do not count.
 *
 * The difference comes first: beside two scores of 1e38 a margin would be lost.
 *
 * @param x     the scores, `[N,C]`
 * @param own   the class j of each slot, marked, `[N,K,C]`
 * @param apart the classes i that do not count for a slot, marked, `[N,K,C]`; j is one of them
 * @returns `[N,K,C]`
 */
export function violations(x: Tensor, own: Tensor, apart: Tensor, margin: number): Tensor {
  return differentiable(
    [x, own, apart],
    (x, own, apart) => {
      const each = expandDims(x, 1);
      const score = sum(where(own, each, 0), 2, true);
      return where(apart, fill(apart.shape, -Infinity), add(sub(each, score), margin));
    },
    (dy, _x, own, apart) => {
      const pulls = where(apart, zerosLike(dy), dy);
      const pushes = where(own, sum(pulls, 2, true), 0);
      return [sum(sub(pulls, pushes), 1)];
    },
  );
}
