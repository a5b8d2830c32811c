import { dispose, memory, tensor } from '@tensorflow/tfjs-core';
import * as lossbook from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';
import type { Plain } from './fixtures';
import { cases, leaves, metricFunction, optionsOf } from './fixtures';

function expectEqual(got: unknown, expected: Plain, tolerance: number): void {
  const wrong = leaves(got, expected).filter(({ path, got, expected }) => {
    if (!Number.isFinite(expected)) return !Object.is(got, expected);
    const least = path === '.p' ? 0 : 1; // of a probability of 1e-9 too, the first digits should be right
    return !(Math.abs(got - expected) <= tolerance * Math.max(least, Math.abs(expected)));
  });
  expect(wrong).toEqual([]);
}

test('the fixtures have each metric', () => {
  const metrics = [...new Set(cases.map(({ metric }) => metric))];
  expect(metrics.sort()).toEqual([
    'accuracy',
    'brierScore',
    'cohensD',
    'confusionMatrix',
    'crpsGaussian',
    'expectedCalibrationError',
    'f1',
    'fitTemperature',
    'maximumCalibrationError',
    'pairedTTest',
    'precision',
    'recall',
    'reliabilityBins',
  ]);
  expect(Object.keys(lossbook)).toEqual(expect.arrayContaining(metrics));
});

describe('metrics of arrays', () => {
  test.each(cases)('$title', (c) => {
    const before = memory().numTensors;
    expectEqual(metricFunction(c.metric)(...c.args, ...optionsOf(c)), c.value, c.tolerance);
    expect(memory().numTensors).toBe(before);
  });
});

onEachBackend('metrics of tensors', () => {
  test.each(cases)('$title', (c) => {
    const tensors = c.args.map((arg) => tensor(arg as number[], undefined, 'float32'));
    const before = memory().numTensors;
    expectEqual(metricFunction(c.metric)(...tensors, ...optionsOf(c)), c.value, c.tolerance);
    expect(memory().numTensors).toBe(before);
    dispose(tensors);
  });
});
