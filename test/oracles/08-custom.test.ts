import { oracle } from '../../solutions/oracles/08-custom';
import { chained } from '../../solutions/oracles/custom/chain';
import type { Argument, Item } from '../../solutions/oracles/format';
import { vector } from '../../solutions/oracles/numbers';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

// The first error of the item on a formula lies at an end of its zone.
describeOracle(oracle, { kink: 0 });

const { find, numbersOf } = answersOf(oracle);

const itemOf = (name: string): Item => {
  const found = oracle.items.find(({ functions }) => functions.some((f) => f.name === name));
  if (found === undefined) throw new Error(`no function ${name}`);
  return found;
};

/** Numbers computed with PyTorch 2.13. */
describe('known numbers', () => {
  const input = vector(2, 3.5, -1, 7, 0.25, -2);
  const target = vector(2.5, 3, -1, 4, 2.25, 1.5);
  const x = vector(0.2, -0.4, 1.5);
  const half = vector(0.7);

  test.each<[string, string, Argument[], number[]]>([
    ['charbonnier', 'right', [input, target, 0.5], [1.25878]],
    ['charbonnier', 'cha-1', [input, target, 0.5], [1.75878]],
    ['charbonnier', 'cha-2', [input, target, 0.5], [1.3689]],
    ['charbonnier', 'cha-4', [input, target, 0.5], [1.63112]],
    ['charbonnier', 'cha-7', [input, target, 0.5], [1.58333]],
    ['charbonnier', 'cha-8', [input, target, 0.5], [2.51756]],
    ['charbonnierGrad', 'right', [input, target, 0.5], [-0.1179, 0.1179, 0, 0.1644, -0.1617, -0.165]],
    ['charbonnierGrad', 'cha-g2', [input, target, 0.5], [0.1179, 0.1179, 0.1667, 0.0274, 0.0404, 0.0236]],
    ['composite', 'right', [input, target, 0.3], [2.39583]],
    ['composite', 'com-1', [input, target, 0.3], [3.47917]],
    ['composite', 'com-6', [input, target, 0.3], [1.72982]],
    ['composite', 'com-8', [input, target, 0.3], [2.13545]],
    ['centralDifference', 'right', [half, 0.1], [0.6030914]],
    ['centralDifference', 'fd-2', [half, 0.1], [0.6348333]],
    ['centralDifference', 'fd-6', [half, 0.1], [0.6348388]],
    ['centralDifference', 'fd-7', [half, 0.1], [0.4381716]],
    ['centralDifference', 'fd-8', [half, 0.1], [0.604368]],
    ['chainGrad', 'right', [x, 1], [19.6836, -24.6044, 24.6044]],
    ['chainGrad', 'cus-g1', [x, 1], [3.2, -4, 4]],
    ['chainGrad', 'cus-g2', [x, 1], [4.9209, -6.1511, 6.1511]],
    ['chainGrad', 'cus-g3', [x, 1], [6.5612, -8.2015, 8.2015]],
    ['chainGrad', 'cus-g4', [x, 1], [2.1333, -2.6667, 2.6667]],
    ['chainGrad', 'cus-g5', [x, 1], [7.8734, 27.0649, 135.324]],
    ['deadZone', 'right', [input, target, 0.5, 3], [2.66667]],
    ['deadZoneGrad', 'right', [input, target, 0.5, 3], [0, 0, 0, 1 / 6, -1 / 2, -1 / 2]],
    ['deadZoneGrad', 'dz-g3', [input, target, 0.5, 3], [-1 / 2, 1 / 6, 0, 1 / 6, -1 / 2, -1 / 2]],
  ])('%s: %s', (name, id, args, expected) => {
    expect(numbersOf(name, id, ...args).map((value) => value.toFixed(3))).toEqual(
      expected.map((value) => value.toFixed(3)),
    );
  });
});

test('the gradient of the chain is the one that finite differences of the chain give', () => {
  const h = 1e-6;
  for (const [x, delta] of itemOf('chainGrad').secretCases(randomFrom(5))) {
    if (typeof x !== 'object' || typeof delta !== 'number') throw new Error('a tensor and a number');
    const slopes = find('chainGrad').reference(x, delta).data;
    x.data.forEach((xi, i) => {
      const at = (value: number): number => chained(x.data.with(i, value), delta);
      expect((at(xi + h) - at(xi - h)) / (2 * h)).toBeCloseTo(slopes[i] ?? NaN, 5);
    });
  }
});

test('errors lie within the zone, above and below, and the first exactly at an end', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const [x, t, epsilon] of itemOf('deadZone').secretCases(randomFrom(seed))) {
      if (typeof x !== 'object' || typeof t !== 'object' || typeof epsilon !== 'number') throw new Error('tensors');
      const [first = NaN, ...rest] = x.data.map((xi, i) => (xi - (t.data[i] ?? NaN)) / epsilon);
      expect(Math.abs(first)).toBe(1);
      expect(new Set(rest.map((d) => (d > 1 ? 'above' : d < -1 ? 'below' : 'within'))).size).toBe(3);
    }
  }
});
