import type { Tensor } from '@tensorflow/tfjs-core';
import { grad, grads, mul, range, reshape, scalar, sum, tensor, tidy } from '@tensorflow/tfjs-core';
import * as lossbook from '../../lib/losses/src/index';
import { onEachBackend } from './backends';
import type { Case } from './fixtures';
import { isLong, makeInput, readFixture, STRIDE } from './fixtures';

type AnyLoss = (input: Tensor, target: Tensor, options: object) => Tensor;

const losses = ['mseLoss', 'l1Loss', 'mbeLoss', 'smoothL1Loss', 'huberLoss'] as const;

onEachBackend('equal to PyTorch', () => {
  describe.each(losses)('%s', (name) => {
    const { cases, torch } = readFixture(name);
    const loss = lossbook[name] as AnyLoss;

    test('the fixture is of the PyTorch that the docstrings name', () => {
      expect(torch).toMatch(/^2\.13\.0/);
      expect(cases.length).toBeGreaterThan(50);
    });

    test.each(cases.map((c) => [`${c.name}, ${JSON.stringify(c.options)}`, c] as const))('%s', (_title, c) => {
      tidy(() => {
        const f = (...inputs: Tensor[]) => apply(loss, c, inputs);
        const inputs = c.inputs.map(makeInput);
        const value = f(...inputs);
        expect(value.shape).toEqual(c.options.reduction === 'none' ? inputs[0]?.shape : []);
        expectClose('value', value, c.value, isLong(c) ? 1e-5 : 2e-6);

        const dy = typeof c.upstream === 'number' ? scalar(c.upstream) : tensor(c.upstream, value.shape, 'float32');
        const gradients = grads(f)(inputs, dy);
        gradients.forEach((gradient, i) => {
          expect(gradient.shape).toEqual(inputs[i]?.shape);
          const expected = c.gradients[i] ?? [];
          // A weight's gradient is a difference, which can cancel.
          const size = i < 2 ? 0 : Math.max(...expected.map(Number).filter(Number.isFinite), 0);
          expectClose(`gradient ${i}`, gradient, expected, isLong(c) ? 1e-5 : 2e-6, isLong(c) ? STRIDE : 1, size);
        });

        if (c.second) expectClose('second derivative', second(f, inputs, dy), c.second, 2e-6);
      });
    });
  });
});

function apply(loss: AnyLoss, c: Case, inputs: Tensor[]): Tensor {
  const options: Record<string, unknown> = { ...c.options };
  for (const name of ['beta', 'delta']) {
    if (name in options) options[name] = Number(options[name]);
  }
  const [input, target, ...tensors] = inputs as [Tensor, Tensor, ...Tensor[]];
  c.tensors.forEach((name, i) => (options[name] = tensors[i]));
  return loss(input, target, options);
}

/** The derivative of (v · gradient) by the first input, v being 1, 2, 3, 1, 2, 3, … */
function second(f: (...inputs: Tensor[]) => Tensor, inputs: Tensor[], dy: Tensor): Tensor {
  const [first, ...others] = inputs as [Tensor, ...Tensor[]];
  if (first.size === 0) return first;
  const direction = reshape(range(0, first.size).mod(3).add(1), first.shape);
  const gradient = (x: Tensor) => grad((y: Tensor) => f(y, ...others))(x, dy);
  return grad((x: Tensor) => sum(mul(gradient(x), direction)))(first);
}

/** Relative to each number, so that a small gradient is not taken for zero; below float32's normal numbers all is equal. */
function expectClose(
  what: string,
  got: Tensor,
  expected: (number | string)[],
  tolerance: number,
  stride = 1,
  size = 0,
): void {
  const numbers = Array.from(got.dataSync()).filter((_, i) => i % stride === 0);
  expect(numbers).toHaveLength(expected.length);
  const wrong = expected.map(Number).flatMap((e, i) => {
    const a = numbers[i] ?? NaN;
    const close =
      Object.is(a, e) || a === e || Math.abs(a - e) <= Math.max(tolerance * Math.max(Math.abs(e), size), 1.2e-38);
    return close ? [] : [`${what}[${i}]: got ${a}, PyTorch has ${e}`];
  });
  expect(wrong).toEqual([]);
}
