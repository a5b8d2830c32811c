import { judge, variantsOf } from 'lossbook-diagnosis';
import type { Argument, Observation, Values, Wrong } from 'lossbook-diagnosis';

type Formula = (...args: Argument[]) => Values;

const vector = (...data: number[]): Values => ({ shape: [data.length], data });
const matrix = (...rows: number[][]): Values => ({ shape: [rows.length, rows[0]?.length ?? 0], data: rows.flat() });
const scalar = (x: number): Values => ({ shape: [], data: [x] });
const numbers = (arg: Argument | undefined): readonly number[] => (typeof arg === 'object' ? arg.data : []);
const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** What a student is told whose function is `student` where `right` is asked for. */
function told(
  right: Formula,
  student: Formula,
  cases: readonly (readonly Argument[])[],
  line: 'value' | 'gradient' = 'value',
): Wrong {
  const observations = cases.map((args): Observation => {
    return { args, expected: right(...args), got: student(...args), mistakes: [], variants: variantsOf(right, args) };
  });
  const verdict = judge(observations, { line });
  if (verdict.right) throw new Error('judged right');
  return verdict;
}

const x = [vector(0.5, -2, 3), matrix([1, -1.5, 0.25, 4], [2, 0.5, -3, 1], [0.1, 1.1, -2.1, 0.7]), vector(-0.75)];
const t = [vector(1, 0.25, -1), matrix([0.5, 2, -0.25, 1], [1, -1, 2, 0.2], [3, 0.3, -1, 0.9]), vector(1.5)];
const pairs = x.map((tensor, i) => [tensor, t[i] ?? tensor]);

/** Neither odd nor even nor symmetric, so that each change shows. */
const loss: Formula = (a, b) =>
  scalar(
    mean(numbers(a).map((p, i) => Math.exp(p / 4) - p * (numbers(b)[i] ?? NaN) + Math.exp((numbers(b)[i] ?? 0) / 3))),
  );

describe('the right formula with other arguments', () => {
  test.each<[string, string, Formula]>([
    ['exchanged', 'SWAP', (a, b) => loss(b, a)],
    ['one with another sign', 'SIGN', (a, b) => loss(a, { ...(b as Values), data: numbers(b).map((y) => -y) })],
    ['one not used', 'TERM', (a, b) => loss(a, { ...(b as Values), data: numbers(b).map(() => 0) })],
  ])('%s', (_name, family, student) => {
    expect(told(loss, student, pairs)).toMatchObject({ kind: 'variant', ids: [], families: [family] });
  });

  const firstNumbers = (count: (n: number) => number, divisor: (n: number) => number): Formula => {
    return (a, b) => {
      const n = numbers(a).length;
      const kept = numbers(a).slice(0, count(n));
      const each = kept.map((p, i) => loss(scalar(p), scalar(numbers(b)[i] ?? NaN)).data[0] ?? NaN);
      return scalar(each.reduce((sum, one) => sum + one, 0) / divisor(n));
    };
  };
  test.each([
    [
      'a loop that ends too soon',
      firstNumbers(
        (n) => n - 1,
        (n) => n,
      ),
    ],
    [
      'a slice that ends too soon',
      firstNumbers(
        (n) => n - 1,
        (n) => n - 1,
      ),
    ],
  ])('%s leaves a part out', (_name, student) => {
    expect(told(loss, student, pairs)).toMatchObject({ kind: 'variant', families: ['PART'] });
  });

  test('a gradient whose last number was never written', () => {
    const gradient: Formula = (a, b) => ({
      ...(a as Values),
      data: numbers(a).map((p, i) => Math.exp(p) - (numbers(b)[i] ?? 0)),
    });
    const student: Formula = (a, b) => {
      const { shape, data } = gradient(a, b);
      return { shape, data: data.with(-1, 0) };
    };
    expect(told(gradient, student, pairs, 'gradient')).toMatchObject({ kind: 'variant', families: ['PART'] });
  });

  test('labels: not used, and of the other convention', () => {
    const hinge: Formula = (f, y) =>
      scalar(mean(numbers(f).map((s, i) => Math.max(0, 1 - s * (numbers(y)[i] ?? NaN)))));
    const labelled = x.map((f) => [f, { ...f, data: f.data.map((_s, i) => (i % 2 === 0 ? -1 : 1)) }]);
    const change =
      (to: (y: number) => number): Formula =>
      (f, y) =>
        hinge(f, { ...(y as Values), data: numbers(y).map(to) });
    expect(
      told(
        hinge,
        change(() => 1),
        labelled,
      ).families,
    ).toEqual(['LABEL']);
    expect(
      told(
        hinge,
        change((y) => (y + 1) / 2),
        labelled,
      ).families,
    ).toEqual(['LABEL']);
  });

  test('a plain number that stays 1', () => {
    const scaled: Formula = (a, b) => scalar(mean(numbers(a).map((p) => Math.log(1 + p * p * Number(b)))));
    const cases = x.map((a, i) => [a, [0.5, 2, 3][i] ?? 2]);
    expect(told(scaled, (a) => scaled(a, 1), cases).families).toEqual(['DEFAULT']);
  });

  test('what a factor explains is left to it', () => {
    const difference: Formula = (a, b) => scalar(mean(numbers(a)) - mean(numbers(b)));
    expect(told(difference, (a, b) => difference(b, a), pairs)).toMatchObject({
      kind: 'factor',
      families: ['SIGN'],
    });
  });

  test('a formula that throws at other arguments is no trouble', () => {
    const strict: Formula = (a) => {
      if (numbers(a).some((p) => p <= 0)) throw new RangeError('not positive');
      return scalar(mean(numbers(a).map(Math.log)));
    };
    expect(variantsOf(strict, [vector(1, 2, 3)]).find(({ id }) => id === 'minus 1')?.result).toEqual(scalar(NaN));
  });

  test('a small number is added to probabilities, and to nothing else', () => {
    const entropy: Formula = (a) => scalar(mean(numbers(a).map(Math.log)));
    const families = (a: Argument): string[] => variantsOf(entropy, [a]).map(({ family }) => family);
    expect(families(vector(0.1, 0.5, 0.2))).toContain('EPS');
    expect(families(vector(0.1, 0.5, 2))).not.toContain('EPS');
    expect(families(vector(1, 0, 1))).not.toContain('EPS');
  });

  test('a variant that gives the right answer is left out', () => {
    const square: Formula = (a) => scalar(mean(numbers(a).map((p) => p * p)));
    expect(variantsOf(square, [vector(1, -2)]).map(({ family }) => family)).not.toContain('SIGN');
  });
});

describe('relations between the numbers', () => {
  const row = (a: Argument | undefined, f: (v: number) => number): Values => ({
    ...(a as Values),
    data: numbers(a).map(f),
  });
  const right: Formula = (a) => row(a, (v) => v / 7);
  test.each<[string, string, Formula]>([
    ['absolute values', 'ABS', (a) => row(a, (v) => Math.abs(v) / 7)],
    ['a factor that differs from case to case', 'CHAIN', (a) => row(a, (v) => (v * numbers(a).length) / 31)],
    ['squares, whatever the factor', 'SQ', (a) => row(a, (v) => 3 * v * v)],
    ['the signs alone', 'CHAIN', (a) => row(a, (v) => Math.sign(v) / 2)],
    ['another order', 'REORDER', (a) => ({ ...(a as Values), data: [...right(a).data].reverse() })],
  ])('%s', (_name, family, student) => {
    const cases = x.slice(0, 2).map((a) => [a]);
    const verdict = judge(
      cases.map(([a]) => ({
        args: [a as Values],
        expected: right(a as Values),
        got: student(a as Values),
        mistakes: [],
      })),
      { line: 'gradient' },
    );
    expect(verdict).toMatchObject({ right: false, kind: 'relation', families: [family] });
  });
});

describe('regions of labels and classes', () => {
  const wrongWhere = (args: readonly Argument[], expected: Values, has: (i: number) => boolean): Wrong => {
    const got = { ...expected, data: expected.data.map((v, i) => (has(i) ? v + 0.3 + i / 7 : v)) };
    const one = { args, expected, got, mistakes: [] };
    const verdict = judge([one, one], { line: 'gradient' });
    if (verdict.right) throw new Error('judged right');
    return verdict;
  };
  const scores = matrix([0.5, -2, 3], [1, 0.2, -1], [0.3, 2, -0.4], [1.5, -0.6, 0.9]);
  const expected = { ...scores, data: scores.data.map((v, i) => v / 5 + i / 11) };

  test.each([
    ['a classe é a verdadeira', [0, 2, 1, 2], (i: number) => [0, 5, 7, 11].includes(i)],
    ['o exemplo não tem rótulo', [0, -100, 1, 2], (i: number) => i >= 3 && i < 6],
    ['a linha é a última', [0, 2, 1, 2], (i: number) => i >= 9],
  ])('only where %s', (where, classes, has) => {
    expect(wrongWhere([scores, vector(...classes)], expected, has).sentence.pt).toContain(
      `Só está errado onde ${where}.`,
    );
  });

  test('only where the label is 1 and the right slope is not 0', () => {
    const labels = { ...scores, data: scores.data.map((_v, i) => (i % 2 === 0 ? 1 : -1)) };
    const slopes = { ...scores, data: labels.data.map((y, i) => (i < 6 ? 0 : -y)) };
    const got = { ...slopes, data: slopes.data.map((slope) => Math.max(0, slope)) };
    const verdict = judge([{ args: [scores, labels], expected: slopes, got, mistakes: [] }], { line: 'gradient' });
    expect(verdict).toMatchObject({ kind: 'region', families: ['LABEL'] });
  });

  test('only where the label is -1, and the symbol is told', () => {
    const labels = { ...scores, data: scores.data.map((_v, i) => (i % 2 === 0 ? 1 : -1)) };
    const { sentence, families } = wrongWhere([scores, labels], expected, (i) => i % 2 === 1);
    expect(families).toEqual(['LABEL']);
    expect(sentence.es).toContain('Solo falla donde y = −1 (y: la etiqueta).');
  });
});
