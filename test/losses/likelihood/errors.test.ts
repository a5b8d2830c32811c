import { memory, tensor1d } from '@tensorflow/tfjs-core';
import { ctcLoss, gaussianNllLoss, klDiv, poissonNllLoss } from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';

const logProbs = [[[-1, -1, -1]], [[-1, -1, -1]]];
const one = { inputLengths: [2], targetLengths: [1] };

onEachBackend('errors of the losses of distributions', () => {
  test.each<[string, () => unknown, Error]>([
    [
      'a variance below 0',
      () => gaussianNllLoss([1, 2], [1, 2], [1, -1]),
      new RangeError('gaussianNllLoss: var -1 at [1] is negative'),
    ],
    [
      'a variance for each column',
      () => gaussianNllLoss([[1, 2, 3]], [[1, 2, 3]], [1, 1, 1]),
      new RangeError(
        'gaussianNllLoss: input has shape [1,3] and var [3]; it must be that, or with one axis 1, or without the last axis',
      ),
    ],
    [
      'eps 0',
      () => gaussianNllLoss([1], [1], [1], { eps: 0 }),
      new RangeError('gaussianNllLoss: eps must be > 0, got 0'),
    ],
    [
      'integers as a variance',
      () => gaussianNllLoss([1], [1], tensor1d([1], 'int32')),
      new TypeError('gaussianNllLoss: var must be float32, got int32; convert it with .toFloat()'),
    ],
    [
      'unequal shapes',
      () => poissonNllLoss([1, 2], [[1], [2]]),
      new RangeError('poissonNllLoss: input has shape [2] and target [2,1]; they must be equal'),
    ],
    [
      'eps below 0',
      () => poissonNllLoss([1], [1], { eps: -1 }),
      new RangeError('poissonNllLoss: eps must be ≥ 0, got -1'),
    ],
    [
      'unequal shapes',
      () => klDiv([-1, -2], [0.5]),
      new RangeError('klDiv: input has shape [2] and target [1]; they must be equal'),
    ],
    [
      'an unknown reduction',
      () => klDiv([-1], [1], { reduction: 'batch' as 'mean' }),
      new RangeError("klDiv: reduction must be none, mean, sum, batchmean, got 'batch'"),
    ],
    [
      'no lengths',
      () => ctcLoss(logProbs, [[1]]),
      new TypeError('ctcLoss: the option inputLengths is missing; it has no default'),
    ],
    [
      'an input length above T',
      () => ctcLoss(logProbs, [[1]], { ...one, inputLengths: [3] }),
      new RangeError('ctcLoss: inputLengths 3 at [0] is not in 0…2'),
    ],
    [
      'a target length above S',
      () => ctcLoss(logProbs, [[1]], { ...one, targetLengths: [2] }),
      new RangeError('ctcLoss: targetLengths 2 at [0] is not in 0…1'),
    ],
    ['blank C', () => ctcLoss(logProbs, [[1]], { ...one, blank: 3 }), new RangeError('ctcLoss: blank 3 is not in 0…2')],
    [
      'two input lengths of one sequence',
      () => ctcLoss(logProbs, [[1]], { ...one, inputLengths: [2, 2] }),
      new RangeError('ctcLoss: inputLengths has 2 numbers; logProbs has 1 sequences'),
    ],
  ])('%s', (_name, call, error) => {
    const before = memory().numTensors;
    expect(call).toThrow(error);
    expect(call).toThrow(error.constructor as new () => Error);
    // The int32 variance is the test's own.
    expect(memory().numTensors - before).toBe(error.message.includes('int32') ? 2 : 0);
  });
});
