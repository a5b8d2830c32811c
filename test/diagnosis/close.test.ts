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

test('a difference of large numbers may err by steps of theirs, not of its own', () => {
  const expected = scalar(0.05);
  const got = scalar(Math.fround(1000.05) - 1000);
  expect(close(got, expected)).toBe(false);
  expect(close(got, expected, float32Tolerance(expected, [vector(1000.05, 3), vector(1000, 3)]))).toBe(true);
});

test('large arguments do not excuse a wrong answer', () => {
  const args = [vector(1e7, 1e7), vector(1, 2)];
  const right = vector(0.5, 0.5);
  expect(close(vector(0.5, 0.499), right, float32Tolerance(right, args))).toBe(false);
  expect(close(scalar(1e-4), scalar(0), float32Tolerance(scalar(0), args))).toBe(false);
});
