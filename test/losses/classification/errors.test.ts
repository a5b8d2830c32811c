import { grad, tensor, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import * as lossbook from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';

const { crossEntropy, nllLoss, binaryCrossEntropy, binaryCrossEntropyWithLogits, smoothLabels } = lossbook;

/** Two samples of three classes. */
const SCORES = [
  [2, -1, 0.5],
  [0.1, 0.2, -0.3],
];

type Fault = [what: string, call: () => unknown, type: typeof RangeError | typeof TypeError, message: string];

const ofIndices = (name: string, loss: typeof crossEntropy | typeof nllLoss): Fault[] => [
  ['a class too high', () => loss(SCORES, [0, 3]), RangeError, `${name}: target 3 at [1] is not in 0…2`],
  ['a class below 0', () => loss(SCORES, [-1, 0]), RangeError, `${name}: target -1 at [0] is not in 0…2`],
  ['half a class', () => loss(SCORES, [0, 1.5]), RangeError, `${name}: target 1.5 at [1] is not in 0…2`],
  ['no class', () => loss(SCORES, [NaN, 0]), RangeError, `${name}: target NaN at [0] is not in 0…2`],
  [
    'a class too high in a sequence',
    () => loss([[[1], [2]]], [[7]]),
    RangeError,
    `${name}: target 7 at [0,0] is not in 0…1`,
  ],
  ['too few classes', () => loss(SCORES, [0]), RangeError, `${name}: target has shape [1]; it must be [2]`],
  ['too many axes', () => loss(SCORES, [[0], [1]]), RangeError, `${name}: target has shape [2,1]; it must be [2]`],
  [
    'Booleans as classes',
    () => loss(SCORES, tensor1d([true, false])),
    TypeError,
    `${name}: target must be int32 class indices, got bool`,
  ],
  [
    'integers as scores',
    () => loss(tensor2d(SCORES.flat(), [2, 3], 'int32'), [0, 1]),
    TypeError,
    `${name}: input must be float32, got int32; convert it with .toFloat()`,
  ],
  [
    'a weight too few',
    () => loss(SCORES, [0, 1], { weight: [1, 2] }),
    RangeError,
    `${name}: weight has shape [2]; for 3 classes it must be [3]`,
  ],
  [
    'a weight of integers',
    () => loss(SCORES, [0, 1], { weight: tensor1d([1, 2, 3], 'int32') }),
    TypeError,
    `${name}: weight must be float32, got int32; convert it with .toFloat()`,
  ],
  [
    'a scalar',
    () => loss(1, 0),
    RangeError,
    `${name}: input must be [C], [N,C] or [N,C,d…] with at least one class, got []`,
  ],
  [
    'no classes',
    () => loss([[], []], [0, 0]),
    RangeError,
    `${name}: input must be [C], [N,C] or [N,C,d…] with at least one class, got [2,0]`,
  ],
  [
    'an unknown reduction',
    () => loss(SCORES, [0, 1], { reduction: 'average' as 'mean' }),
    RangeError,
    `${name}: reduction must be none, mean, sum, got 'average'`,
  ],
];

const outside = (x: number) => `${x} at [1] is not in 0…1`;

onEachBackend('classification', () => {
  test.each<Fault>([...ofIndices('crossEntropy', crossEntropy), ...ofIndices('nllLoss', nllLoss)])(
    '%s, %#',
    (_what, call, type, message) => {
      expect(call).toThrow(new type(message));
      expect(call).toThrow(type);
    },
  );

  test.each<Fault>([
    ...[-0.1, 1.1, NaN].map<Fault>((smoothing) => [
      'smoothing outside 0…1',
      () => crossEntropy(SCORES, [0, 1], { labelSmoothing: smoothing }),
      RangeError,
      `crossEntropy: labelSmoothing must be in 0…1, got ${smoothing}`,
    ]),
    [
      'probabilities and a class that is ignored',
      () => crossEntropy([[1, 2]], [[0.5, 0.5]], { ignoreIndex: 0 }),
      RangeError,
      'crossEntropy: ignoreIndex is for class indices, and target has probabilities',
    ],
    [
      'Booleans as probabilities',
      () => crossEntropy([[1, 2]], tensor([[true, false]])),
      TypeError,
      'crossEntropy: target must be float32, got bool; convert it with .toFloat()',
    ],
    [
      'an unknown option',
      () => crossEntropy(SCORES, [0, 1], { smoothing: 0.1 } as object),
      TypeError,
      "crossEntropy: there is no option 'smoothing'; there is weight, ignoreIndex, labelSmoothing, reduction",
    ],
    // PyTorch: "all elements of input should be between 0 and 1", for NaN too.
    ...[-0.5, 1.5, NaN, Infinity].flatMap<Fault>((x) => [
      ['an input', () => binaryCrossEntropy([0.5, x], [1, 1]), RangeError, `binaryCrossEntropy: input ${outside(x)}`],
      [
        'a target',
        () => binaryCrossEntropy([0.5, 0.5], [1, x]),
        RangeError,
        `binaryCrossEntropy: target ${outside(x)}`,
      ],
    ]),
    [
      'unequal shapes',
      () => binaryCrossEntropy([0.5, 0.5], [[1], [0]]),
      RangeError,
      'binaryCrossEntropy: input has shape [2] and target [2,1]; they must be equal',
    ],
    [
      'a weight that does not fit',
      () => binaryCrossEntropy([0.5, 0.5], [1, 0], { weight: [1, 2, 3] }),
      RangeError,
      'binaryCrossEntropy: weight of shape [3] cannot be spread to [2]',
    ],
    [
      'a posWeight of more axes',
      () => binaryCrossEntropyWithLogits([0.5, 0.5], [1, 0], { posWeight: [[1, 2]] }),
      RangeError,
      'binaryCrossEntropyWithLogits: posWeight of shape [1,2] cannot be spread to [2]',
    ],
    [
      'integers as targets',
      () => binaryCrossEntropyWithLogits([0.5], tensor1d([1], 'int32')),
      TypeError,
      'binaryCrossEntropyWithLogits: target must be float32, got int32; convert it with .toFloat()',
    ],
    [
      'an epsilon above 1',
      () => smoothLabels([[1, 0]], { epsilon: 2 }),
      RangeError,
      'smoothLabels: epsilon must be in 0…1, got 2',
    ],
    [
      'half a class',
      () => smoothLabels([0], { count: 2.5 }),
      RangeError,
      'smoothLabels: count must be a whole number > 0, got 2.5',
    ],
    [
      'a label too high',
      () => smoothLabels([2], { count: 2 }),
      RangeError,
      'smoothLabels: labels 2 at [0] is not in 0…1',
    ],
    [
      'a label alone',
      () => smoothLabels(1),
      RangeError,
      'smoothLabels: labels must be [...,C], got []; for class indices say count',
    ],
  ])('%s, %#', (_what, call, type, message) => {
    expect(call).toThrow(new type(message));
    expect(call).toThrow(type);
  });

  // PyTorch: "… is not differentiable with respect to argument 'weight'".
  test.each<[string, (weight: Tensor) => Tensor, string]>([
    [
      'crossEntropy',
      (weight) => crossEntropy(SCORES, [1, 1], { weight, labelSmoothing: 0.1 }),
      'crossEntropy: the weight of class indices has no gradient, as in PyTorch',
    ],
    ['nllLoss', (weight) => nllLoss(SCORES, [0, 1], { weight }), 'nllLoss: weight has no gradient, as in PyTorch'],
    [
      'binaryCrossEntropyWithLogits',
      (posWeight) => binaryCrossEntropyWithLogits(SCORES, SCORES, { posWeight }),
      'binaryCrossEntropyWithLogits: posWeight has no gradient, as in PyTorch',
    ],
  ])('%s says what has no gradient', (_loss, f, message) => {
    expect(() => grad(f)(tensor1d([1, 2, 3]))).toThrow(new TypeError(message));
  });

  test('a weight from what is learnt leaves the gradient of the scores as it is', async () => {
    const scores = tensor2d(SCORES.flat(), [2, 3]);
    const gradient = grad((x: Tensor) => nllLoss(x, [0, 1], { weight: tensor1d([3, 1, 2]) }))(scores);
    expect(await gradient.array()).toEqual([
      [-0.75, 0, 0],
      [0, -0.25, 0],
    ]);
  });
});
