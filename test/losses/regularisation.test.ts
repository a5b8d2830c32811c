import { grads, memory, scalar, tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { l1Penalty, l2Penalty, mseLoss, regularised } from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

/** Values and gradients of torch 2.13: `loss + 0.1 * sum((p ** 2).sum() for p in parameters)`, and `p.abs().sum()`. */
onEachBackend('regularisation', () => {
  const parameters = () => [tensor2d([[1, -2, 0.5]]), tensor1d([0, -3])] as const;

  test.each([
    ['l1', 1.55, [[[0.1, -0.1, 0.1]], [0, -0.1]]],
    ['l2', 2.325, [[[0.2, -0.4, 0.1]], [0, -0.6]]],
  ] as const)('%s', (norm, value, gradients) => {
    const inputs = [...parameters()];
    const f = (...theta: typeof inputs) => regularised(0.9, theta, { lambda: 0.1, norm });
    expect(f(...inputs).arraySync()).toBeCloseTo(value, 6);
    grads(f as never)(inputs).forEach((gradient, i) => {
      const wanted = gradients[i]?.flat() ?? [];
      Array.from(gradient.dataSync()).forEach((g, j) => {
        expect(g).toBeCloseTo(Number(wanted[j]), 6);
      });
    });
  });

  test('no parameters add nothing', () => {
    expect([l1Penalty([]).arraySync(), l2Penalty([]).arraySync(), regularised(2, []).arraySync()]).toEqual([0, 0, 2]);
  });

  test('the loss keeps its own gradient', () => {
    const [x, theta] = [tensor1d([3]), tensor1d([2])];
    const both = grads((x, theta) => regularised(mseLoss(x, [1]), [theta], { lambda: 0.5 }))([x, theta]);
    expect(both.map((gradient) => gradient.arraySync())).toEqual([[4], [2]]);
  });

  test('a call leaves one tensor, one that throws none', () => {
    const [w, b] = parameters();
    const before = memory().numTensors;
    regularised(scalar(1), [w, b]).dispose();
    expect(memory().numTensors).toBe(before + 1); // the scalar
    expect(() => regularised([1, 2], [w])).toThrow(
      'regularised: loss must be a scalar, got shape [2]; reduce it first',
    );
    expect(() => regularised(1, [w], { lambda: -1 })).toThrow('regularised: lambda must be ≥ 0 and finite, got -1');
    expect(() => regularised(1, [w], { norm: 'l3' as 'l2' })).toThrow("regularised: norm must be l1 or l2, got 'l3'");
    expect(() => l2Penalty(w as never)).toThrow('l2Penalty: parameters must be a list of tensors');
    expect(memory().numTensors).toBe(before + 1);
  });
});
