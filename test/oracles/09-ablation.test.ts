import { oracle } from '../../solutions/oracles/09-ablation';
import { matrix, tensor, vector } from '../../solutions/oracles/numbers';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { numbersOf } = answersOf(oracle);

/** Numbers computed apart. */
describe('known numbers', () => {
  test.each([
    ['right', 0.51185],
    ['f1m-1', 0.56],
    ['f1m-2', 0.562985],
    ['f1m-3', 0.530455],
    ['f1m-4', 0.565781],
    ['f1m-5', 0.537695],
    ['f1m-6', 0.255925],
    ['f1m-7', 0.605556],
    ['f1m-8', 0.526007],
    ['f1m-10', 0.552797],
  ])('macro F1: %s', (id, expected) => {
    const confusion = matrix([
      [9, 1, 0],
      [4, 3, 5],
      [0, 1, 2],
    ]);
    expect(numbersOf('macroF1', id, confusion)[0]).toBeCloseTo(expected, 5);
  });

  const baseline = vector(0.585, 0.571, 0.592, 0.58, 0.588);
  const candidate = vector(0.597, 0.592, 0.588, 0.597, 0.597);
  test.each([
    ['right', 1.14996, 2.57139],
    ['ttp-1', 1.28569, 2.8749],
    ['ttp-2', 1.14996, 5.74979],
    ['ttp-3', 1.14996, 1.14996],
    ['ttp-4', 1.14996, 2.70966],
    ['ttp-6', -1.14996, -2.57139],
    ['coh-1', 1.71374, 2.57139],
    ['coh-2', 1.28569, 2.57139],
    ['coh-3', 2.57139, 2.57139],
    ['coh-4', 1.35709, 2.57139],
  ])('paired: %s', (id, dz, t) => {
    const [mean, ...sizes] = numbersOf('paired', id, candidate, baseline);
    expect(Math.abs(mean ?? NaN)).toBeCloseTo(0.011, 6);
    expect(sizes[0]).toBeCloseTo(dz, 3);
    expect(sizes[1]).toBeCloseTo(t, 3);
  });

  test.each([
    ['right', [0.09, 0.048, 0.2, 0.09]],
    ['hol-1', [0.12, 0.048, 0.8, 0.16]],
    ['hol-2', [0.09, 0.048, 0.2, 0.08]],
    ['hol-6', [0.16 / 3, 0.048, 0.2, 0.16 / 3]],
    ['hol-7', [0.08, 0.048, 0.2, 0.08]],
    ['hol-4', [0.048, 0.09, 0.09, 0.2]],
  ])('four p-values: %s', (id, expected) => {
    const got = numbersOf('holm', id, vector(0.03, 0.012, 0.2, 0.04));
    expected.forEach((p, i) => {
      expect(got[i]).toBeCloseTo(p, 6);
    });
  });
});

test('with one run in each fold, the t of folds is the paired t', () => {
  const differences = [1.5, -0.5, 2, 0.75];
  const [t] = numbersOf('foldT', 'right', vector(...differences), vector(0, 1, 2, 3));
  const [, , other] = numbersOf('paired', 'right', vector(...differences), vector(0, 0, 0, 0));
  expect(t).toBeCloseTo(other ?? NaN, 12);
});

test('corrected p-values keep the order, are not below p and not above 1', () => {
  const [item] = oracle.items.filter(({ id }) => id === 'holm');
  for (let seed = 1; seed <= 200; seed++) {
    for (const [p = 0] of item?.secretCases(randomFrom(seed)) ?? []) {
      const before = tensor(p).data;
      const after = numbersOf('holm', 'right', p);
      before.forEach((one, i) => {
        expect(after[i]).toBeGreaterThanOrEqual(one);
        expect(after[i]).toBeLessThanOrEqual(1);
        before.forEach((other, j) => {
          if (other > one) expect(after[j]).toBeGreaterThanOrEqual(after[i] ?? NaN);
        });
      });
    }
  }
});

test('each case has a run with two best steps in validation', () => {
  const [item] = oracle.items.filter(({ id }) => id === 'reported');
  for (let seed = 1; seed <= 200; seed++) {
    for (const [validation = 0] of item?.secretCases(randomFrom(seed)) ?? []) {
      const { shape, data } = tensor(validation);
      const [, steps = 0] = shape;
      const row = data.slice(steps, 2 * steps);
      expect(row.filter((score) => score === Math.max(...row))).toHaveLength(2);
    }
  }
});
