import '@tensorflow/tfjs';
import { deviation } from '../../lib/reference/src/parity/deviation';
import { ready } from '../../lib/losses/src/index';

const size = (got: number[], expected: (number | string)[], relative = false) =>
  deviation('x', got, expected, relative).size;

beforeAll(() => ready('cpu'));

test('is relative above 1 and absolute below', () => {
  expect(size([101], [100])).toBeCloseTo(0.01);
  expect(size([0.6, 1], [0.5, 1])).toBeCloseTo(0.1);
});

test('is relative to the largest number of a small tensor', () => {
  expect(size([0.0011, 0.01], [0.001, 0.01])).toBeCloseTo(0.01);
});

test('is relative to each number where nothing cancels', () => {
  expect(size([0.0011, 0.01], [0.001, 0.01], true)).toBeCloseTo(0.1);
});

test('is infinite where only one of the two is a number', () => {
  expect(size([NaN], [1])).toBe(Infinity);
  expect(size([1], ['NaN'])).toBe(Infinity);
  expect(size([Infinity], ['-Infinity'])).toBe(Infinity);
  expect(size([NaN, Infinity], ['NaN', 'Infinity'])).toBe(0);
});

test('does not see what is below the normal numbers', () => {
  expect(size([1e-39], [0], true)).toBe(0);
  expect(size([1e-37], [0], true)).toBe(Infinity);
});

test('names the number that is farthest', () => {
  expect(deviation('value', [1, 5, 3.1], [1, 4, 3], false)).toEqual({
    what: 'value',
    at: 1,
    got: 5,
    expected: 4,
    size: 0.25,
  });
});

test('refuses another number of numbers', () => {
  expect(() => size([1, 2], [1])).toThrow("x has 2 numbers, PyTorch's 1");
});
