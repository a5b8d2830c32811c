import { families } from '../../lib/diagnosis/src/sentence/families';
import type { Argument, FunctionOracle, Oracle, Values } from '../../solutions/oracles/format';
import { randomFrom } from '../random';

export const equal = (a: Values, b: Values): boolean =>
  a.data.length === b.data.length &&
  a.data.every((value, i) => Math.abs(value - (b.data[i] ?? NaN)) <= 1e-3 * Math.max(Math.abs(value), 0.1));

/** Whether some case tells an answer from the right one. */
export const seen = (
  f: FunctionOracle,
  of: (...args: Argument[]) => Values,
  cases: readonly (readonly Argument[])[],
): boolean => cases.some((args) => !equal(f.reference(...args), of(...args)));

/**
 * What every oracle owes: a question for each family of its mistakes, cases that tell all its mistakes from the right answer, and gradients that are derivatives.
 * @param kink the index of an element that secret cases put on a kink, where there is no derivative
 */
export function describeOracle(oracle: Oracle, { kink = -1 } = {}): void {
  const functions = oracle.items.flatMap((item) => item.functions.map((f) => ({ item, f })));

  test('every family of mistakes has a question', () => {
    const needed = new Set(
      functions.flatMap(({ f }) => [...f.mistakes, ...(f.extremeMistakes ?? [])].map(({ family }) => family)),
    );
    expect([...needed].filter((family) => !(family in families))).toEqual([]);
  });

  describe.each(functions)('oracle of $f.name', ({ item, f }) => {
    test('public cases tell every mistake from the right answer', () => {
      const hidden = f.mistakes.filter((mistake) => !seen(f, mistake.of, item.publicCases));
      expect(hidden.map(({ id }) => id)).toEqual([]);
    });

    test('secret cases tell every mistake from the right answer, whatever the draw', () => {
      for (let seed = 1; seed <= 200; seed++) {
        const cases = item.secretCases(randomFrom(seed));
        const hidden = f.mistakes.filter((mistake) => !seen(f, mistake.of, cases));
        expect({ seed, hidden: hidden.map(({ id }) => id) }).toEqual({ seed, hidden: [] });
      }
    });

    test('a mistake of extreme cases shows there and nowhere else', () => {
      const alone = f.extremeMistakes ?? [];
      const cases = [...item.publicCases, ...item.secretCases(randomFrom(11))];
      expect(alone.filter(({ of }) => seen(f, of, cases)).map(({ id }) => id)).toEqual([]);
      expect(alone.filter(({ of }) => !seen(f, of, item.extremeCases)).map(({ id }) => id)).toEqual([]);
    });

    test('public cases tell the mistakes from one another', () => {
      const twins = f.mistakes.flatMap((mistake, i) =>
        f.mistakes
          .slice(i + 1)
          .filter((other) => item.publicCases.every((args) => equalOrBothNaN(mistake.of(...args), other.of(...args))))
          .map((other) => [mistake.id, other.id]),
      );
      expect(twins).toEqual([]);
    });

    test('secret inputs are float32 numbers of three sizes', () => {
      const cases = item.secretCases(randomFrom(7));
      const tensors = cases.map((args) => args.filter((arg): arg is Values => typeof arg !== 'number'));
      expect(new Set(tensors.map(([first]) => first?.data.length)).size).toBe(3);
      for (const { data } of tensors.flat()) expect(data).toEqual(data.map(Math.fround));
    });

    test('the right answer is finite, in extreme cases too', () => {
      for (const args of [...item.publicCases, ...item.extremeCases]) {
        expect(f.reference(...args).data.filter((value) => !Number.isFinite(value))).toEqual([]);
      }
    });
  });

  const withGradient = oracle.items.filter(({ functions: all }) => all.length === 2);
  // Of no items at all `test.each` makes an error.
  if (withGradient.length === 0) return;
  test.each(withGradient)('finite differences of the value give the gradient of $id', (item) => {
    const [value, gradient] = item.functions;
    if (!value || !gradient) throw new Error('an item with a gradient has two functions');
    const h = 1e-6;
    for (const [input, ...rest] of item.secretCases(randomFrom(3))) {
      if (typeof input !== 'object') throw new Error('the first argument is a tensor');
      const slopes = gradient.reference(input, ...rest).data;
      input.data.forEach((x, i) => {
        if (i === kink) return;
        const at = (xi: number): number =>
          value.reference({ shape: input.shape, data: input.data.with(i, xi) }, ...rest).data[0] ?? NaN;
        expect((at(x + h) - at(x - h)) / (2 * h)).toBeCloseTo(slopes[i] ?? NaN, 6);
      });
    }
  });
}

const equalOrBothNaN = (a: Values, b: Values): boolean =>
  equal(a, b) || (a.data.some(Number.isNaN) && b.data.some(Number.isNaN));
