import type { Tensor } from '@tensorflow/tfjs-core';
import {
  dispose,
  getBackend,
  grad,
  grads,
  mul,
  range,
  reshape,
  scalar,
  sum,
  tensor,
  tidy,
} from '@tensorflow/tfjs-core';
import { onEachBackend } from './backends';
import type { Fixture } from './fixtures';
import { isLong, losses, lossFunction, makeInput, ofFloats, readFixture, STRIDE } from './fixtures';

type Num = number | string;

/**
 * Cases that a backend misses, measured: TensorFlow takes denormal numbers for 0, which have a logarithm above -100, and
 * the probabilities that infoNceLoss has of huge scores are right to 7e-6 there.
 */
const missed: Record<string, readonly string[]> = {
  tensorflow: ['binaryCrossEntropy: below where the logarithm stops', 'infoNceLoss: huge'],
};

onEachBackend('equal to PyTorch', (backend) => {
  describe.each(losses)('%s', (name) => {
    const fixture = readFixture(name);

    test('the fixture is of the PyTorch that the docstrings name', () => {
      expect(fixture.torch).toMatch(/^2\.13\.0/);
      expect(fixture.loss).toBe(name);
      expect(fixture.cases.length).toBeGreaterThan(20);
    });

    const cases = fixture.cases.filter((c) => !missed[backend]?.includes(`${name}: ${c.name}`));
    test.each(cases.map((c) => [`${c.name}, ${JSON.stringify(c.options)}`, c] as const))('%s', async (_title, c) => {
      const tolerance = isLong(c) ? Math.max(1e-5, fixture.tolerance) : fixture.tolerance;
      const [value, twice, ...gradients] = tidy(() => {
        const inputs = c.inputs.map(makeInput);
        const floats = inputs.filter(({ dtype }) => dtype === 'float32');
        const f = ofFloats(lossFunction(name), c, inputs);
        const value = f(...floats);
        const dy = typeof c.upstream === 'number' ? scalar(c.upstream) : tensor(c.upstream, value.shape, 'float32');
        const gradients = grads(f)(floats, dy);
        expect(gradients.map(({ shape }) => shape)).toEqual(floats.map(({ shape }) => shape));
        return [value, c.second ? second(f, floats, dy) : scalar(NaN), ...gradients] as const;
      });
      await expectClose('value', value, c.value, tolerance, fixture);

      const expected = c.gradients.filter((gradient) => gradient !== null);
      expect(expected).toHaveLength(gradients.length);
      for (const [i, gradient] of gradients.entries()) {
        // A weight's gradient is a difference, which can cancel.
        const relative = fixture.relative && i < c.inputs.length - c.tensors.length;
        const stride = isLong(c) ? STRIDE : 1;
        await expectClose(`gradient ${i}`, gradient, expected[i] ?? [], tolerance, { relative }, stride);
      }

      if (c.second) await expectClose('second derivative', twice, c.second, tolerance, fixture);
      dispose([value, twice, ...gradients]);
    });
  });
});

/** The derivative of (v · gradient) by the first input, v being 1, 2, 3, 1, 2, 3, … */
function second(f: (...inputs: Tensor[]) => Tensor, inputs: Tensor[], dy: Tensor): Tensor {
  const [first, ...others] = inputs as [Tensor, ...Tensor[]];
  if (first.size === 0) return first;
  const direction = reshape(range(0, first.size).mod(3).add(1), first.shape);
  const gradient = (x: Tensor) => grad((y: Tensor) => f(y, ...others))(x, dy);
  return grad((x: Tensor) => sum(mul(gradient(x), direction)))(first);
}

/**
 * Relative to each number, so that a small gradient is not taken for zero, or to the largest number of the tensor, at most 1;
 * below float32's normal numbers all is equal.
 */
async function expectClose(
  what: string,
  got: Tensor,
  expected: readonly Num[],
  tolerance: number,
  { relative }: Pick<Fixture, 'relative'>,
  stride = 1,
): Promise<void> {
  const numbers = Array.from(await got.data()).filter((_, i) => i % stride === 0);
  expect(numbers).toHaveLength(expected.length);
  const wanted = expected.map(Number);
  const largest = wanted.reduce((most, e) => (Number.isFinite(e) ? Math.max(most, Math.abs(e)) : most), 0);
  const size = relative ? 0 : Math.min(1, largest);
  // TensorFlow takes denormal numbers for 0, so that what multiplies one is 0 too.
  const zero = getBackend() === 'tensorflow' ? 2e-37 : 1.2e-38;
  const wrong = wanted.flatMap((e, i) => {
    const a = numbers[i] ?? NaN;
    const apart = Math.max(tolerance * Math.max(Math.abs(e), size), zero);
    const close = Object.is(a, e) || a === e || (Number.isFinite(e) && Math.abs(a - e) <= apart);
    return close ? [] : [`${what}[${i}]: got ${a}, PyTorch has ${e}`];
  });
  expect(wrong).toEqual([]);
}
