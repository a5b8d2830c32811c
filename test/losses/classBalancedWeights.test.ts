import { tensor1d } from '@tensorflow/tfjs-core';
import { classBalancedWeights } from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

onEachBackend('class-balanced weights', () => {
  test('are those of Cui et al.', () => {
    const wanted = [0.12562886, 0.31701682, 2.55735431];
    for (const counts of [[5000, 500, 50], tensor1d([5000, 500, 50], 'int32')]) {
      Array.from(classBalancedWeights(counts, 0.999).dataSync()).forEach((weight, i) => {
        expect(weight).toBeCloseTo(Number(wanted[i]), 6);
      });
    }
  });

  test.each([
    [[5, 0], 0.9, 'classBalancedWeights: counts must be ≥ 1 and finite, got 0 at [1]'],
    [[5, 1], 1, 'classBalancedWeights: beta must be in [0, 1), got 1'],
    [[[5, 1]], 0.9, 'classBalancedWeights: counts must be [C] with a class or more, got [1,2]'],
  ])('refuse %j with beta %d', (counts, beta, message) => {
    expect(() => classBalancedWeights(counts, beta)).toThrow(message);
  });
});
