import type { Tensor } from '@tensorflow/tfjs-core';
import { dispose, grad, grads, memory, sum, tidy, valueAndGrads } from '@tensorflow/tfjs-core';
import { onEachBackend } from './backends';
import { applyLoss, makeInput, ofFloats } from '../../lib/reference/src/parity/apply';
import type { Case } from '../../lib/reference/src/parity/fixtures';
import { isLong, losses, readFixture } from '../../lib/reference/src/parity/fixtures';
import { lossFunction } from './lossFunction';

/** One case for each set of options that the fixture has, the first that is neither long nor empty. */
function oneOfEach(cases: readonly Case[]): Case[] {
  const ordinary = cases.filter((c) => !isLong(c) && c.inputs[0]?.data?.length !== 0);
  return [...new Map(ordinary.map((c) => [JSON.stringify([c.options, c.tensors]), c] as const).reverse()).values()];
}

onEachBackend('memory', () => {
  describe.each(losses)('%s', (name) => {
    const loss = lossFunction(name);

    describe.each(oneOfEach(readFixture(name).cases).map((c) => [JSON.stringify([c.options, c.tensors]), c] as const))(
      '%s',
      (_title, c) => {
        /** How many tensors a run leaves beside its inputs. */
        function left(run: (inputs: Tensor[], floats: Tensor[], f: (...floats: Tensor[]) => Tensor) => void): number {
          const inputs = c.inputs.map(makeInput);
          const floats = inputs.filter(({ dtype }) => dtype === 'float32');
          const f = ofFloats(loss, c, inputs);
          const before = memory().numTensors;
          run(inputs, floats, f);
          const after = memory().numTensors;
          dispose(inputs);
          return after - before;
        }

        test('a call, the first too, leaves one tensor', () => {
          expect(left((inputs) => applyLoss(loss, c, inputs))).toBe(1);
          expect(left((inputs) => applyLoss(loss, c, inputs))).toBe(1);
          expect(left((inputs) => tidy(() => applyLoss(loss, c, inputs).size))).toBe(0);
        });

        test('arrays leave one tensor too', () => {
          const plain = (inputs: Tensor[]) => inputs.map((input) => input.arraySync() as unknown as Tensor);
          expect(left((inputs) => applyLoss(loss, c, plain(inputs)))).toBe(1);
        });

        test('gradients leave themselves', () => {
          expect(left((_inputs, floats, f) => grads(f)(floats))).toBe(
            c.gradients.filter((gradient) => gradient !== null).length,
          );
          expect(left((_inputs, floats, f) => valueAndGrads(f)(floats))).toBe(
            1 + c.gradients.filter((gradient) => gradient !== null).length,
          );
        });

        if (!c.second) return;
        test('a second derivative leaves itself', () => {
          const twice = ([first, ...others]: Tensor[], f: (...floats: Tensor[]) => Tensor): Tensor | undefined =>
            first && grad((x: Tensor) => sum(grad((y: Tensor) => f(y, ...others))(x)))(first);
          expect(left((_inputs, floats, f) => twice(floats, f))).toBe(1);
        });
      },
    );

    test('a call that throws leaves nothing', () => {
      const before = memory().numTensors;
      expect(() => loss('nothing' as unknown as Tensor, 'nothing' as unknown as Tensor, {})).toThrow(`${name}: `);
      expect(memory().numTensors).toBe(before);
    });
  });
});
