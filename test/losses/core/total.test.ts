import { fill, scalar, sub, tensor1d } from '@tensorflow/tfjs-core';
import { total } from '../../../lib/losses/src/core/total';
import { onEachBackend } from '../backends';

onEachBackend('total', () => {
  test.each([1, 31, 32, 33, 63, 64, 65, 1023, 1024, 1025, 4096, 100_003])(
    'counts each of %d elements once',
    async (size) => {
      const numbers = Float32Array.from({ length: size }, (_, i) => (i % 7) - 3);
      expect((await total(tensor1d(numbers)).data())[0]).toBe(numbers.reduce((a, b) => a + b, 0));
    },
  );

  test('of a million equal numbers loses no digit that matters', async () => {
    const sum = total(fill([1000, 1000], 0.1));
    expect(sum.shape).toEqual([]);
    expect(Math.abs(Number((await sub(sum, scalar(1e5)).data())[0]))).toBeLessThan(0.1);
  });

  test('of nothing is 0', async () => {
    expect((await total(tensor1d([])).data())[0]).toBe(0);
  });
});
