import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { numericalGradient } from 'lossbook-lesson';

test('it is near the gradient of a smooth function, keeps the shape, and leaves one tensor', () => {
  const x = tf.tensor2d([0.5, -1.2, 2, 0.1], [2, 2]);
  const before = tf.memory().numTensors;
  const gradient = numericalGradient((y) => tf.sum(tf.exp(y)), x);
  expect(tf.memory().numTensors).toBe(before + 1);
  expect(gradient.shape).toEqual([2, 2]);
  const exact = tf.exp(x).dataSync();
  gradient.dataSync().forEach((slope, i) => {
    expect(Math.abs(slope / (exact[i] ?? NaN) - 1)).toBeLessThan(1e-3);
  });
  tf.dispose([x, gradient]);
});

test('a smaller step is not a better one: at 1e-7 float32 has lost the gradient', () => {
  const x = tf.tensor1d([1.3]);
  const error = (h?: number): number =>
    tf.tidy(() => Math.abs((numericalGradient((y) => tf.sum(tf.pow(y, 3)), x, h).dataSync()[0] ?? NaN) - 3 * 1.3 ** 2));
  expect(error()).toBeLessThan(1e-3);
  expect(error(1e-7)).toBeGreaterThan(20 * error());
  x.dispose();
});
