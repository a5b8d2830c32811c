import { dispose, tidy } from '@tensorflow/tfjs-core';
import * as lossbook from '../../lib/losses/src/index';
import { HuberLoss } from '../../lib/losses/src/index';
import { onEachBackend } from './backends';
import type { AnyLoss } from '../../lib/reference/src/parity/apply';
import { makeInput, optionsOf } from '../../lib/reference/src/parity/apply';
import { isLong, losses, readFixture } from '../../lib/reference/src/parity/fixtures';
import { lossFunction } from './lossFunction';

type AnyClass = new (options: object) => { call: (...tensors: unknown[]) => ReturnType<AnyLoss> };

onEachBackend('classes', () => {
  describe.each(
    losses.map(readFixture).flatMap((fixture) => (fixture.class ? [[fixture.class, fixture] as const] : [])),
  )('%s', (name, fixture) => {
    const Class = (lossbook as unknown as Record<string, AnyClass>)[name];
    const cases = fixture.cases.filter((c) => !isLong(c)).filter((_, i) => i % 7 === 0);

    test.each(cases.map((c) => [`${c.name}, ${JSON.stringify(c.options)}`, c] as const))('%s', async (_title, c) => {
      if (!Class) throw new Error(`lossbook has no ${name}`);
      const [byClass, byFunction] = tidy(() => {
        const inputs = c.inputs.map(makeInput);
        const first = inputs.length - c.tensors.length;
        const tensors = Object.fromEntries(c.tensors.map((option, i) => [option, inputs[first + i]]));
        const options = { ...optionsOf(c), ...tensors };
        return [
          new Class(options).call(...inputs.slice(0, first)),
          lossFunction(fixture.loss)(...inputs.slice(0, first), options),
        ] as const;
      });
      expect(await byClass.array()).toEqual(await byFunction.array());
      dispose([byClass, byFunction]);
    });
  });

  test('options that change later change nothing', async () => {
    const options = { delta: 1 };
    const loss = new HuberLoss(options);
    options.delta = 100;
    expect(await loss.call([3], [0]).array()).toBe(2.5);
  });
});
