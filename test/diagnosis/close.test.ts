import { close, float32Tolerance } from 'lossbook-diagnosis';
import type { Values } from 'lossbook-diagnosis';

const vector = (...data: number[]): Values => ({ shape: [data.length], data });
const scalar = (x: number): Values => ({ shape: [], data: [x] });

test('what float32 loses is close, what a formula changes is not', () => {
  expect(close(scalar(0.14000000059604645), scalar(0.14))).toBe(true);
  expect(close(scalar(0.1401), scalar(0.14))).toBe(false);
  expect(close(vector(1e-9, 1), vector(0, 1))).toBe(true);
  expect(close(vector(1e-4, 1), vector(0, 1))).toBe(false);
});

test('NaN is close to NaN alone, an infinity to itself alone', () => {
  expect(close(scalar(NaN), scalar(NaN))).toBe(true);
  expect(close(scalar(NaN), scalar(1))).toBe(false);
  expect(close(scalar(1), scalar(NaN))).toBe(false);
  expect(close(scalar(Infinity), scalar(Infinity))).toBe(true);
  expect(close(scalar(-Infinity), scalar(Infinity))).toBe(false);
  expect(close(scalar(3e38), scalar(Infinity))).toBe(false);
});

test('another shape or too few numbers are not close', () => {
  expect(close({ shape: [1], data: [1] }, scalar(1))).toBe(false);
  expect(close({ shape: [2], data: [1] }, vector(1, 2))).toBe(false);
});

test('a mean of differences that cancel may err by steps of its arguments, not of itself', () => {
  const x = Array.from({ length: 1000 }, (_, i) => Math.fround(10 * Math.sin(i)));
  const expected = x.reduce((sum, value) => sum + value, 0) / x.length;
  let sum = 0;
  for (const value of x) sum = Math.fround(sum + value);
  const got = scalar(Math.fround(sum / x.length));
  expect(close(got, scalar(expected), float32Tolerance(scalar(expected), [vector(...x)]))).toBe(true);
});

test('large arguments do not excuse a wrong answer', () => {
  const args = [vector(1e7, 1e7), vector(1, 2)];
  const right = vector(0.5, 0.5);
  expect(close(vector(0.5, 0.499), right, float32Tolerance(right, args))).toBe(false);
  expect(close(scalar(1e-4), scalar(0), float32Tolerance(scalar(0), args))).toBe(false);
});
