import { oracle } from '../../solutions/oracles/04-information';
import { matrix, sum, tensor, vector } from '../../solutions/oracles/numbers';
import { rowsOf } from '../../solutions/oracles/classification/samples';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { find, numberOf } = answersOf(oracle);

/** Numbers computed apart, in NumPy and PyTorch. */
describe('known numbers', () => {
  test.each([
    ['right', 0.801819],
    ['ent-1', 1.15678],
    ['ent-7', 0.46],
    ['ent-9', 2.22959],
    ['ent-10', 1.7433],
    ['ent-12', 0.616186],
  ])('entropy: %s', (id, expected) => {
    expect(numberOf('entropy', id, vector(0.7, 0.2, 0.1))).toBeCloseTo(expected, 5);
  });

  const p = matrix([
    [0.9, 0.08, 0.02],
    [0.1, 0.6, 0.3],
  ]);
  const logQ = matrix(
    [
      [0.4, 0.3, 0.3],
      [0.25, 0.25, 0.5],
    ].map((row) => row.map(Math.log)),
  );

  test.each([
    ['right', 0.42517],
    ['kl-1', 0.575094],
    ['kl-3', -1.88526],
    ['kl-5', 1.0617],
    ['kl-8', -0.0026058],
    ['kl-10', 0.141723],
    ['kl-13', 0.111555],
    ['kl-17', 0.853833],
    ['kl-18', -0.994034],
    ['kl-21', 6.85472],
    ['kl-22', 0.0649332],
    ['kl-23', 0.140924],
  ])('KL: %s', (id, expected) => {
    expect(numberOf('kl', id, logQ, p)).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', 0.87639],
    ['klg-1', 4.90139],
    ['klg-3', -1.32083],
    ['klg-5', 0.549306],
    ['klg-6', 0.431946],
    ['klg-8', 3.09861],
    ['klg-10', 0.820835],
  ])('KL of Gaussians: %s', (id, expected) => {
    expect(numberOf('gaussianKl', id, vector(1), vector(0.5), vector(0), vector(1.5))).toBeCloseTo(expected, 5);
  });

  test('far beyond the reach of exp', () => {
    const far = vector(1000, 0, -1000);
    expect(numberOf('countsNll', 'right', far, vector(1, 2, 1))).toBe(1000);
    expect(find('countsGrad').reference(far, vector(1, 2, 1)).data).toEqual([0.75, -0.5, -0.25]);
    expect(numberOf('distillation', 'right', matrix([[1000, 0, -1000]]), matrix([[0, 1, 2]]))).toBeCloseTo(1574.378, 2);
  });

  test('what is certain has no entropy, and what cannot happen costs nothing', () => {
    expect(numberOf('entropy', 'right', vector(1, 0, 0))).toBeCloseTo(0, 12);
    expect(numberOf('kl', 'right', matrix([[0, -200]]), matrix([[1, 0]]))).toBeCloseTo(0, 12);
  });
});

test('cross-entropy is entropy plus KL', () => {
  const [item] = oracle.items.filter(({ id }) => id === 'counts');
  for (const [logits, counts] of item?.secretCases(randomFrom(5)) ?? []) {
    const numbers = ['right', 'cnt-5', 'cnt-6'].map((id) => numberOf('countsNll', id, tensor(logits), tensor(counts)));
    const [nll = NaN, kl = NaN, entropy = NaN] = numbers;
    expect(nll).toBeCloseTo(kl + entropy, 12);
    expect(kl).toBeGreaterThan(0);
  }
});

test('targets are distributions, skewed enough to tell the directions apart', () => {
  const [item] = oracle.items.filter(({ id }) => id === 'kl');
  for (let seed = 1; seed <= 200; seed++) {
    for (const [logQ, p] of item?.secretCases(randomFrom(seed)) ?? []) {
      for (const row of rowsOf(tensor(p))) expect(sum(row)).toBeCloseTo(1, 5);
      for (const row of rowsOf(tensor(logQ))) expect(sum(row.map(Math.exp))).toBeCloseTo(1, 5);
    }
  }
});
