import { tensor, tensor1d } from '@tensorflow/tfjs-core';
import type * as Lossbook from '../../../lib/losses/src/index';
import * as lossbook from '../../../lib/losses/src/index';
import type { TensorLike } from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';
import { losses, readFixture } from '../../../lib/reference/src/parity/fixtures';

const { mseLoss, huberLoss, smoothL1Loss } = lossbook;

/** What a notebook may pass, where nobody has checked the types. */
const untyped = lossbook as unknown as Record<keyof typeof Lossbook, (...args: unknown[]) => unknown>;
const byName = untyped as Record<string, (...args: unknown[]) => unknown>;

onEachBackend('arguments', () => {
  describe.each(losses)('%s refuses what PyTorch refuses', (name) => {
    test.each(readFixture(name).errors)('$name', ({ inputs, options }) => {
      expect(() => byName[name]?.(...inputs, options)).toThrow(new RegExp(`^${name}: `));
    });
  });

  test.each([
    [
      'unequal shapes',
      () => mseLoss([1, 2, 3], [[1], [2], [3]]),
      RangeError,
      'mseLoss: input has shape [3] and target [3,1]; they must be equal',
    ],
    [
      'a scalar and a vector',
      () => mseLoss(1, [1]),
      RangeError,
      'mseLoss: input has shape [] and target [1]; they must be equal',
    ],
    [
      'a weight of another shape',
      () => mseLoss([1, 2], [3, 4], { weight: [1] }),
      RangeError,
      'mseLoss: input has shape [2] and weight [1]; they must be equal',
    ],
    [
      'ragged arrays',
      () => mseLoss([[1, 2], [3]], [1]),
      RangeError,
      'mseLoss: input is ragged: its rows have different shapes',
    ],
    [
      'integers',
      () => mseLoss(tensor1d([1], 'int32'), [1]),
      TypeError,
      'mseLoss: input must be float32, got int32; convert it with .toFloat()',
    ],
    [
      'Booleans',
      () => mseLoss([1], tensor([true])),
      TypeError,
      'mseLoss: target must be float32, got bool; convert it with .toFloat()',
    ],
    [
      'an option of another type',
      () => untyped.huberLoss([3], [0], { delta: '1' }),
      TypeError,
      "huberLoss: delta must be a number, got '1'",
    ],
    [
      'a word for a Boolean',
      () => untyped.gaussianNllLoss([1], [1], [1], { full: 'no' }),
      TypeError,
      "gaussianNllLoss: full must be a boolean, got 'no'",
    ],
    [
      'an array with a hole',
      () => mseLoss([, 1] as number[], [1, 1]),
      TypeError,
      'mseLoss: input must be made of numbers, got undefined',
    ],
    [
      'words',
      () => untyped.mseLoss([1, 'two'], [1, 2]),
      TypeError,
      'mseLoss: input must be made of numbers, got string',
    ],
    ['null', () => untyped.mseLoss(null, [1]), TypeError, 'mseLoss: input must be made of numbers, got null'],
    ['delta 0', () => huberLoss(1, 2, { delta: 0 }), RangeError, 'huberLoss: delta must be > 0, got 0'],
    ['delta NaN', () => huberLoss(1, 2, { delta: NaN }), RangeError, 'huberLoss: delta must be > 0, got NaN'],
    [
      'beta below 0',
      () => smoothL1Loss(1, 2, { beta: -1 }),
      RangeError,
      'smoothL1Loss: beta must be ≥ 0 and finite, got -1',
    ],
    [
      'beta infinite',
      () => smoothL1Loss(1, 2, { beta: Infinity }),
      RangeError,
      'smoothL1Loss: beta must be ≥ 0 and finite, got Infinity',
    ],
    [
      'an unknown option',
      () => untyped.huberLoss(1, 2, { beta: 1 }),
      TypeError,
      "huberLoss: there is no option 'beta'; there is delta, weight, reduction",
    ],
    [
      'an unknown reduction',
      () => untyped.mseLoss(1, 2, { reduction: 'avg' }),
      RangeError,
      "mseLoss: reduction must be none, mean, sum, got 'avg'",
    ],
    [
      'options that are a word',
      () => untyped.mseLoss(1, 2, 'sum'),
      TypeError,
      "mseLoss: options go in an object such as {reduction: …}, got 'sum'",
    ],
    [
      'options that are null',
      () => untyped.mseLoss(1, 2, null),
      TypeError,
      'mseLoss: options go in an object such as {reduction: …}, got null',
    ],
    [
      'options that are an array',
      () => untyped.mseLoss(1, 2, [1]),
      TypeError,
      'mseLoss: options go in an object such as {reduction: …}, got an array',
    ],
    ['a missing target', () => untyped.mseLoss(1), TypeError, 'mseLoss: target must be made of numbers, got undefined'],
  ])('%s', (_name, call, type, message) => {
    expect(call).toThrow(type);
    expect(call).toThrow(message);
  });

  test.each([
    ['numbers', () => mseLoss(3, 1)],
    ['arrays', () => mseLoss([3], [1])],
    ['nested arrays', () => mseLoss([[3, 3]], [[1, 1]])],
    ['typed arrays', () => mseLoss(new Float32Array([3]), new Int32Array([1]))],
    ['arrays of typed arrays', () => mseLoss([new Float32Array([3])], [[1]])],
    ['tensors', () => mseLoss(tensor1d([3]), tensor1d([1]))],
  ])('%s are accepted', async (_name, call) => {
    expect((await call().data())[0]).toBe(4);
  });

  test('arrays keep their shape', () => {
    const none = (a: TensorLike, b: TensorLike) => mseLoss(a, b, { reduction: 'none' }).shape;
    expect(none([[[1], [2]]], [[[1], [2]]])).toEqual([1, 2, 1]);
    expect(none([[], []], [[], []])).toEqual([2, 0]);
    expect(none([new Float32Array(3)], [[1, 2, 3]])).toEqual([1, 3]);
  });

  test('an option that is undefined has its default', async () => {
    const loss = huberLoss(3, 0, { delta: undefined, weight: undefined, reduction: undefined });
    expect((await loss.data())[0]).toBe(2.5);
  });
});

onEachBackend('typed arrays', () => {
  test.each([Float64Array, Int8Array, Float32Array])('%p', async (Kind) => {
    const loss = untyped.mseLoss(Kind.from([1, 2]), [0, 0]) as ReturnType<typeof mseLoss>;
    expect(Array.from(await loss.data())).toEqual([2.5]);
    loss.dispose();
  });

  test('whole numbers of 64 bits are no numbers', () => {
    expect(() => untyped.mseLoss(BigInt64Array.from([1n]), [1])).toThrow('mseLoss: input must be made of numbers');
  });
});
