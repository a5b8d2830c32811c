import { tensor, tidy } from '@tensorflow/tfjs-core';
import { makeInput } from '../../../lib/reference/src/parity/apply';
import { deviation } from '../../../lib/reference/src/parity/deviation';
import { readFixture, toleranceOf } from '../../../lib/reference/src/parity/fixtures';
import { crossEntropy, smoothLabels } from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';

/** PyTorch's cross-entropy with label smoothing, a loss for each sample and no weights. */
const fixture = readFixture('crossEntropy');
const cases = fixture.cases.filter(
  ({ options, inputs, tensors }) =>
    'labelSmoothing' in options &&
    !('weight' in options) &&
    tensors.length === 0 &&
    options.reduction === 'none' &&
    inputs[0]?.shape.length === 2 &&
    inputs[1]?.data?.every((index) => Number(index) >= 0),
);

onEachBackend('smoothLabels', () => {
  test('there are cases', () => {
    expect(cases.length).toBeGreaterThan(4);
  });

  test.each(cases.map((c) => [c.name, c] as const))('makes of class indices what PyTorch smooths: %s', async (_, c) => {
    const losses = tidy(() => {
      const [scores, classes] = c.inputs.map(makeInput) as [ReturnType<typeof makeInput>, ReturnType<typeof makeInput>];
      const labels = smoothLabels(classes, { epsilon: Number(c.options.labelSmoothing), count: scores.shape[1] });
      return crossEntropy(scores, labels, { reduction: 'none' });
    });
    expect(deviation('loss', await losses.data(), c.value, false).size).toBeLessThanOrEqual(toleranceOf(c, fixture));
  });

  test('keeps the axes before the classes', () => {
    expect(smoothLabels(tensor([[0, 1, 1]], [1, 3], 'int32'), { count: 2 }).shape).toEqual([1, 3, 2]);
    expect(smoothLabels(1, { count: 4 }).shape).toEqual([4]);
    expect(smoothLabels([0, 0], { count: 1 }).shape).toEqual([2, 1]);
  });
});
