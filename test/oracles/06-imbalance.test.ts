import { oracle } from '../../solutions/oracles/06-imbalance';
import { matrix, sum, tensor, vector } from '../../solutions/oracles/numbers';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { find, numbersOf, numberOf } = answersOf(oracle);

/** Numbers computed apart, in NumPy and PyTorch. */
describe('known numbers', () => {
  const x = matrix([
    [2, -1, 0.5],
    [0.1, 0.2, -0.3],
    [-1.5, 0.3, 1.2],
    [0.4, 1.1, -0.6],
  ]);
  const y = vector(0, 2, 1, 2);
  const ones = vector(1, 1, 1);
  const alpha = vector(0.5, 1, 1.5);

  test.each([
    ['right', 2.55665],
    ['cbw-1', 0.102286],
    ['cbw-2', 0.20404],
    ['cbw-3', 0.852216],
    ['cbw-4', 2.7027],
    ['cbw-5', 37],
    ['cbw-6', 2.75371],
    ['cbw-8', 2.1183],
    ['cbw-9', 1],
    ['cbw-10', 1.95664],
  ])('weight of the rarest class: %s', (id, expected) => {
    expect(numbersOf('balancedWeights', id, vector(500, 50, 5), 0.99)[2]).toBeCloseTo(expected, 4);
  });

  test.each([
    ['right', 0.816435],
    ['foc-2', 0.0890166],
    ['foc-4', 0.484974],
    ['foc-5', 1.48559],
    ['foc-6', 1.7826],
    ['foc-7', 2.0195],
    ['foc-9', 0.540974],
    ['foc-10', 0.679715],
    ['foc-13', 0.117372],
    ['foc-16', 2.93398],
    ['foc-17', 1.68346],
  ])('focal: %s', (id, expected) => {
    expect(numberOf('focal', id, x, y, ones, 2)).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', 1.13747],
    ['fca-1', 1.35631],
    ['fca-2', 1.01108],
    ['fca-3', 0.816435],
    ['fca-5', -0.321033],
    ['fca-6', 1.6204],
    ['fca-7', 0.89946],
  ])('focal with factors: %s', (id, expected) => {
    expect(numberOf('focal', id, x, y, alpha, 2)).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', [-0.0068, 0.0012, 0.0056, 0.0987, 0.1091, -0.2078]],
    ['foc-g1', [-0.0025, 0.0004, 0.002, 0.0518, 0.0573, -0.1091]],
    ['foc-g4', [0.0019, -0.0003, -0.0015, 0.0049, 0.0055, -0.0104]],
    ['foc-g6', [-0.0044, 0.0008, 0.0036, 0.0469, 0.0518, -0.0987]],
  ])("focal's gradient: %s", (id, expected) => {
    const got = numbersOf('focalGrad', id, x, y, ones, 2);
    expected.forEach((slope, i) => {
      expect(got[i]).toBeCloseTo(slope, 4);
    });
  });

  test.each([
    ['right', 2.2607],
    ['plw-1', 2.38762],
    ['plw-2', 2.36387],
    ['plw-3', 2.54329],
    ['plw-4', 1.93914],
    ['plw-5', 2.17312],
  ])('weighted Poly-1: %s', (id, expected) => {
    expect(numberOf('weightedPoly', id, x, y, alpha, 1)).toBeCloseTo(expected, 4);
  });

  test.each([
    ['right', 0.17],
    ['ece-1', 0.118333],
    ['ece-2', 2.04],
    ['ece-3', 0.197222],
    ['ece-4', -0.1],
    ['ece-6', 0.363333],
    ['ece-7', 0.248333],
    ['ece-8', 0.165],
    ['ece-9', 0.166667],
    ['ece-10', 0.204461],
    ['ece-11', 0.405],
    ['ece-12', 0.257217],
    ['ece-14', 0.034],
  ])('calibration error: %s', (id, expected) => {
    const [predictions = []] = oracle.items.find((item) => item.id === 'ece')?.publicCases ?? [];
    expect(numberOf('ece', id, ...predictions)).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', 1.1199],
    ['tmp-1', 1.85925],
    ['tmp-2', 1.29208],
    ['tmp-3', 1.98523],
    ['tmp-4', 0.646041],
    ['tmp-6', 4.4796],
  ])('temperature 2: %s', (id, expected) => {
    expect(numberOf('temperatureNll', id, x, y, vector(2))).toBeCloseTo(expected, 5);
  });

  test('a probability of 0 and one of 1', () => {
    const far = matrix([[1000, 0, -1000]]);
    expect(numberOf('focal', 'right', far, vector(2), alpha, 2)).toBe(3000);
    expect(find('focalGrad').reference(far, vector(2), alpha, 2).data).toEqual([1.5, 0, -1.5]);
    expect(numberOf('focal', 'right', far, vector(0), alpha, 2)).toBeCloseTo(0, 12);
    expect(numberOf('weightedPoly', 'right', far, vector(2), alpha, 1.5)).toBe(2001.5);
    expect(numbersOf('temperatureNll', 'right', far, vector(2), vector(0.5, 2))).toEqual([4000, 1000]);
  });
});

test('weights add up to the number of classes, and the rarest weighs most', () => {
  const [item] = oracle.items.filter(({ id }) => id === 'balancedWeights');
  for (let seed = 1; seed <= 200; seed++) {
    for (const [counts = 0, beta = 0] of item?.secretCases(randomFrom(seed)) ?? []) {
      const n = tensor(counts).data;
      const weights = numbersOf('balancedWeights', 'right', counts, beta);
      expect(sum(weights)).toBeCloseTo(n.length, 10);
      expect(weights.indexOf(Math.max(...weights))).toBe(n.indexOf(Math.min(...n)));
    }
  }
});

test('without gamma and factors focal is cross-entropy, whose gradient is softmax minus one-hot', () => {
  const x = matrix([[2, -1, 0.5]]);
  const args = [x, vector(0), vector(1, 1, 1), 0] as const;
  expect(numberOf('focal', 'right', ...args)).toBeCloseTo(
    numberOf('temperatureNll', 'right', x, vector(0), vector(1)),
    12,
  );
});

test('no confidence lies on an edge of a bin but those of exactly 1, and with 4 bins one of 0.5', () => {
  const [item] = oracle.items.filter(({ id }) => id === 'ece');
  for (let seed = 1; seed <= 200; seed++) {
    for (const [confidence = 0, , bins] of item?.secretCases(randomFrom(seed)) ?? []) {
      const scaled = tensor(confidence).data.map((c) => c * Number(bins));
      expect(scaled.filter((c) => c === bins)).toHaveLength(1);
      expect(scaled.filter((c) => c !== bins && Math.abs(c - Math.round(c)) < 0.05)).toEqual(bins === 4 ? [2] : []);
    }
  }
});
