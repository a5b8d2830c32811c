import { tensor, tensor1d } from '@tensorflow/tfjs-core';
import * as lossbook from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';
import { cases } from './fixtures';

type Untyped = Record<string, (...args: unknown[]) => unknown>;

/** What a notebook may pass, where nobody has checked the types. */
const untyped = lossbook as unknown as Untyped;

onEachBackend('arguments of metrics', () => {
  test.each<[string, string, unknown[], string]>([
    [
      'unequal shapes',
      'accuracy',
      [[0, 1], [0]],
      'prediction has shape [2] and target [1]; prediction must have the same',
    ],
    ['scores of other elements', 'f1', [[[1, 2]], [0, 1]], 'prediction has shape [1,2] and target [2]'],
    [
      'scores without classes',
      'accuracy',
      [
        [[], []],
        [0, 1],
      ],
      'prediction has no classes, its shape is [2,0]',
    ],
    ['a target beyond the scores', 'accuracy', [[[1, 2]], [2]], 'target 2 at [0] is not in 0…1'],
    ['a target beyond the classes', 'recall', [[0, 1], [0, 3], { classes: 3 }], 'target 3 at [1] is not in 0…2'],
    ['a prediction beyond them', 'recall', [[3], [0], { classes: 3 }], 'prediction 3 at [0] is not in 0…2'],
    ['a label in a grid', 'precision', [[[0, 1]], [[0, -1]]], 'target -1 at [0,1] is not a whole number ≥ 0'],
    ['a probability for a label', 'accuracy', [[0.7], [1]], 'prediction 0.7 at [0] is not a whole number ≥ 0'],
    ['NaN', 'accuracy', [[[NaN, 1]], [1]], 'prediction is NaN at [0,0]; it must be finite'],
    ['no classes', 'f1', [[0], [0], { classes: 0 }], 'classes must be a whole number > 0, got 0'],
    ['an average', 'f1', [[0], [0], { average: 'binary' }], "average must be none, macro, micro, got 'binary'"],
    ['a zeroDivision', 'f1', [[0], [0], { zeroDivision: 2 }], 'zeroDivision must be 0, 1 or NaN, got 2'],
    ['a matrix of a million', 'confusionMatrix', [[1e6], [0]], '1000001 classes would be'],
    ['logits', 'expectedCalibrationError', [[1.5], [1]], 'prediction 1.5 at [0] is not in [0, 1]; logits need'],
    ['a negative one', 'reliabilityBins', [[-0.1], [1]], 'prediction -0.1 at [0] is not in [0, 1]'],
    ['sigmoids of classes', 'brierScore', [[[0.5, 0.75]], [1]], 'prediction at [0] sums to 1.25; probabilities'],
    ['a class for whether it came true', 'maximumCalibrationError', [[0.5], [2]], 'target 2 at [0] is not in 0…1'],
    ['no bins', 'expectedCalibrationError', [[0.5], [1], { bins: 0 }], 'bins must be a whole number > 0, got 0'],
    ['half a bin', 'reliabilityBins', [[0.5], [1], { bins: 1.5 }], 'bins must be a whole number > 0, got 1.5'],
    [
      'a negative std',
      'crpsGaussian',
      [
        [0, 0],
        [1, -1],
        [0, 0],
      ],
      'std must be ≥ 0, got -1 at [1]',
    ],
    ['a scalar std', 'crpsGaussian', [[0, 0], 1, [0, 0]], 'mean has shape [2] and std []; they must be equal'],
    ['an infinite observation', 'crpsGaussian', [0, 1, Infinity], 'target is Infinity; it must be finite'],
    ['infinite logits', 'fitTemperature', [[[0, -Infinity]], [0]], 'logits is -Infinity at [0,1]; it must be finite'],
    ['logits of nothing', 'fitTemperature', [[], []], 'logits has shape [0] and classes [0]; they must be [N, C]'],
    [
      'logits without an axis',
      'fitTemperature',
      [
        [1, 2],
        [0, 1],
      ],
      'logits has shape [2] and classes [2]',
    ],
    ['a class beyond the logits', 'fitTemperature', [[[1, 2]], [2]], 'classes 2 at [0] is not in 0…1'],
    ['one pair', 'pairedTTest', [[1], [2]], 'there must be at least two pairs, got 1'],
    ['no pairs', 'cohensD', [[], []], 'there must be at least two pairs, got 0'],
    ['unpaired', 'pairedTTest', [[1, 2], [1]], 'a has shape [2] and b [1]; they must be equal'],
    ['certainty', 'pairedTTest', [[1, 2], [0, 0], { confidence: 1 }], 'confidence must be in (0, 1), got 1'],
    [
      'ragged rows',
      'accuracy',
      [
        [[1, 2], [1]],
        [0, 0],
      ],
      'prediction is ragged',
    ],
  ])('%s: %s', (_what, metric, args, message) => {
    expect(() => untyped[metric]?.(...args)).toThrow(RangeError);
    expect(() => untyped[metric]?.(...args)).toThrow(`${metric}: ${message}`);
  });

  const metrics = [...new Map(cases.map((c) => [c.metric, c] as const))].map(([metric, { args }]) => ({
    metric,
    args,
  }));

  test.each(metrics)('$metric refuses words', ({ metric, args }) => {
    for (const bad of ['word', null, undefined, [true], [['1']], tensor1d(['1'])]) {
      expect(() => untyped[metric]?.(bad, ...args.slice(1))).toThrow(TypeError);
      expect(() => untyped[metric]?.(bad, ...args.slice(1))).toThrow(/^\w+: \w+ must be made of numbers, got /);
    }
  });

  const withOptions = ['f1', 'precision', 'recall', 'confusionMatrix', 'reliabilityBins', 'pairedTTest'];
  test.each([...withOptions, 'expectedCalibrationError', 'maximumCalibrationError'])('%s refuses options', (metric) => {
    const call = (options: unknown) => () => untyped[metric]?.([0, 1], [1, 1], options);
    expect(call({ beans: 15 })).toThrow(`${metric}: there is no option 'beans'; there is `);
    expect(call(15)).toThrow(`${metric}: options go in an object such as {`);
  });
});

onEachBackend('a confidence on the edge of a bin', () => {
  const counts = (confidence: unknown, bins: number) =>
    (lossbook.reliabilityBins(confidence as number[], [1], { bins }) as { count: number }[]).map(({ count }) => count);

  test('is in the bin above, as a double and as a float32, and one of 1 in the last bin', () => {
    for (let bins = 1; bins <= 60; bins++) {
      for (let edge = 0; edge <= bins; edge++) {
        const expected = Array.from({ length: bins }, (_, b) => Number(b === Math.min(edge, bins - 1)));
        expect(counts([edge / bins], bins)).toEqual(expected);
        expect(counts(tensor([edge / bins]), bins)).toEqual(expected);
      }
    }
  });
});
