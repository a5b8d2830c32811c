import type { Tensor } from '@tensorflow/tfjs-core';
import { grad, grads, memory, scalar, tensor1d, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import * as lossbook from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

const cases = [
  ['mseLoss', {}],
  ['mseLoss', { weight: [1, 2, 3] }],
  ['l1Loss', {}],
  ['l1Loss', { weight: [1, 2, 3] }],
  ['mbeLoss', {}],
  ['smoothL1Loss', {}],
  ['smoothL1Loss', { beta: 0 }],
  ['huberLoss', {}],
  ['huberLoss', { weight: [1, 2, 3] }],
] as const;

onEachBackend('memory', () => {
  describe.each(cases)('%s %j', (name, options) => {
    describe.each(['none', 'mean', 'sum'] as const)('%s', (reduction) => {
      const loss = (input: Tensor, target: Tensor): Tensor =>
        (lossbook[name] as (a: Tensor, b: Tensor, o: object) => Tensor)(input, target, { ...options, reduction });

      function left(run: (input: Tensor, target: Tensor) => void): number {
        const input = tensor1d([1, 2, 3]);
        const target = tensor1d([3, 2, 1]);
        const before = memory().numTensors;
        run(input, target);
        const after = memory().numTensors;
        input.dispose();
        target.dispose();
        return after - before;
      }

      test('a call, the first too, leaves one tensor', () => {
        expect(left((a, b) => loss(a, b))).toBe(1);
        expect(left((a, b) => loss(a, b))).toBe(1);
        expect(left((a, b) => tidy(() => loss(a, b).size))).toBe(0);
      });

      test('arrays leave one tensor too', () => {
        const arrays = lossbook[name] as (a: number[], b: number[], o: object) => Tensor;
        expect(left(() => arrays([1, 2, 3], [3, 2, 1], { ...options, reduction }))).toBe(1);
      });

      test('a gradient leaves itself', () => {
        expect(left((a, b) => grad((x: Tensor) => loss(x, b))(a))).toBe(1);
        expect(left((a, b) => grads(loss)([a, b]))).toBe(2);
        expect(left((a, b) => valueAndGrads(loss)([a, b]))).toBe(3);
      });

      test('a second derivative leaves itself', () => {
        const slope = (b: Tensor) => grad((x: Tensor) => loss(x, b));
        expect(left((a, b) => grad((x: Tensor) => slope(b)(x).sum())(a))).toBe(1);
      });

      test('a call that throws leaves nothing', () => {
        const wrong = scalar(1);
        expect(
          left((a) => {
            refused(() => loss(a, wrong));
          }),
        ).toBe(0);
      });
    });
  });
});

function refused(call: () => unknown): void {
  expect(call).toThrow('they must be equal');
}
