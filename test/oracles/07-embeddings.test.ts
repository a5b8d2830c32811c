import { rowsOf } from '../../solutions/oracles/classification/samples';
import { oracle } from '../../solutions/oracles/07-embeddings';
import { directedPairs, rankedPairs, triplets } from '../../solutions/oracles/embeddings/draw';
import { cosine, distance, norm } from '../../solutions/oracles/embeddings/vectors';
import type { Argument } from '../../solutions/oracles/format';
import { matrix, vector } from '../../solutions/oracles/numbers';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { numbersOf } = answersOf(oracle);

/** Numbers computed with PyTorch 2.13. */
describe('known numbers', () => {
  const ranked = [
    vector(2, 0.5, 1, -0.3, 0.9, 0.2),
    vector(1, 0.9, 1, 0.4, -0.2, 0.5),
    vector(1, 1, -1, -1, -1, 1),
    0.5,
  ];
  const preferred = [vector(2, 0.5, 1, -0.3, 0.9), vector(1, 0.9, -1, 2.4, -0.2), 0.5];
  const three = [
    matrix([
      [0, 0],
      [1, 1],
      [2, 0],
    ]),
    matrix([
      [0.6, 0],
      [1, 1.4],
      [0, 1],
    ]),
    matrix([
      [1, 1],
      [6, 1],
      [2, 0.5],
    ]),
    1,
  ];
  const directions = [
    matrix([
      [1, 0, 2],
      [0.5, -1, 0],
      [1, 1, 1],
      [-1, 2, 0.3],
    ]),
    matrix([
      [2, 1, 1],
      [-0.5, 0.2, 1],
      [1, 0.8, 0.9],
      [1, 0.5, -2],
    ]),
    vector(1, 1, -1, -1),
    0.2,
  ];
  const batch = [
    matrix([
      [1, 0],
      [0, 1],
      [1, 1],
    ]),
    matrix([
      [0.9, 0.1],
      [0.2, 1.5],
      [0.8, 1],
    ]),
    0.5,
  ];

  test.each<[string, string, Argument[], number[]]>([
    ['ranking', 'right', ranked, [0.633333]],
    ['ranking', 'rank-1', ranked, [0.583333]],
    ['ranking', 'rank-2', ranked, [0.1]],
    ['ranking', 'rank-4', ranked, [0.383333]],
    ['ranking', 'rank-6', ranked, [0.533333]],
    ['ranking', 'rank-8', ranked, [0.133333]],
    ['ranking', 'rank-12', ranked, [0.760717]],
    ['ranking', 'rank-13', ranked, [0.95]],
    ['rankingGrad', 'right', ranked, [0, -1 / 6, 1 / 6, 0, 1 / 6, -1 / 6]],
    ['rankingGrad', 'rank-g5', ranked, [0, -1 / 6, 0, 0, 1 / 6, -1 / 6]],
    ['preference', 'right', preferred, [0.724296]],
    ['preference', 'pref-3', preferred, [0.440558]],
    ['preference', 'pref-4', preferred, [1.365154]],
    ['preferenceGrad', 'right', preferred, [-0.0378, -0.055, -0.0269, -0.0794, -0.0366]],
    ['triplet', 'right', three, [0.973951]],
    ['triplet', 'tri-1', three, [2.4714]],
    ['triplet', 'tri-4', three, [-0.226049]],
    ['triplet', 'tri-5', three, [1.91667]],
    ['triplet', 'tri-6', three, [1.16667]],
    ['triplet', 'tri-7', three, [0.565827]],
    ['triplet', 'tri-8', three, [1.08635]],
    ['triplet', 'tri-10', three, [0]],
    ['triplet', 'tri-11', three, [0.883949]],
    ['triplet', 'tri-12', three, [0.479499]],
    ['triplet', 'tri-15', three, [1.6588]],
    ['triplet', 'tri-16', three, [1.24536]],
    ['tripletGrad', 'right', three, [-0.0976311, 0.235702, 0, 0, 0.298142, 0.184262]],
    ['tripletGrad', 'tri-g6', three, [1 / 3, 0, 0, 0, -0.298142, 0.149071]],
    ['cosine', 'right', directions, [0.604997]],
    ['cosine', 'cos-1', directions, [0.2375]],
    ['cosine', 'cos-2', directions, [0.493121]],
    ['cosine', 'cos-3', directions, [0.578271]],
    ['cosine', 'cos-5', directions, [0.485036]],
    ['cosine', 'cos-12', directions, [0.870248]],
    ['cosine', 'cos-15', directions, [-0.12598]],
    ['infoNce', 'right', batch, [0.650445]],
    ['infoNce', 'nce-1', batch, [0.838013]],
    ['infoNce', 'nce-2', batch, [0.957863]],
    ['infoNce', 'nce-3', batch, [0.595152]],
    ['infoNce', 'nce-4', batch, [0.658301]],
    ['infoNce', 'nce-6', batch, [-0.109568]],
    ['infoNce', 'nce-7', batch, [1.75947]],
    ['infoNce', 'nce-9', batch, [2.48394]],
    ['infoNce', 'nce-11', batch, [-1.986]],
  ])('%s: %s', (name, id, args, expected) => {
    expect(numbersOf(name, id, ...args).map((value) => value.toFixed(4))).toEqual(
      expected.map((value) => value.toFixed(4)),
    );
  });

  test('where all vectors are one point, the loss is the margin and there is no gradient', () => {
    const point = matrix([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect(numbersOf('triplet', 'right', point, point, point, 0.75)).toEqual([0.75]);
    expect(numbersOf('tripletGrad', 'right', point, point, point, 0.75)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('far beyond the reach of exp', () => {
    const [apart] = oracle.items.find(({ id }) => id === 'preference')?.extremeCases ?? [];
    expect(numbersOf('preference', 'right', ...(apart ?? []))[0]).toBeCloseTo(
      (1000 + Math.log1p(Math.exp(-0.25))) / 3,
      9,
    );
    const [cold] = oracle.items.find(({ id }) => id === 'infoNce')?.extremeCases ?? [];
    expect(numbersOf('infoNce', 'right', ...(cold ?? []))[0]).toBeGreaterThan(104);
  });
});

test('pairs of scores: ahead by more than the margin, by less and behind, of both labels, never at the kink', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const [first, second, labels, margin] of rankedPairs(randomFrom(seed))) {
      const places = first.data.map((x, i) => {
        const y = labels.data[i] ?? NaN;
        const lead = (y * (x - (second.data[i] ?? NaN))) / margin;
        expect(Math.abs(lead - 1)).toBeGreaterThan(0.1);
        return `${y} ${lead > 1 ? 'clear' : lead > 0 ? 'near' : 'behind'}`;
      });
      expect(new Set(places).size).toBe(6);
    }
  }
});

test('triplets: apart by the margin, by less and the wrong way round, never at the kink', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const [anchor, positive, negative, margin] of triplets(randomFrom(seed))) {
      const [p, n] = [rowsOf(positive), rowsOf(negative)];
      const places = rowsOf(anchor).map((a, i) => {
        const lead = (distance(a, n[i] ?? []) - distance(a, p[i] ?? [])) / margin;
        expect(Math.abs(lead - 1)).toBeGreaterThan(0.04);
        expect(distance(a, p[i] ?? [])).toBeGreaterThan(0.2);
        return lead > 1 ? 'clear' : lead > 0 ? 'near' : 'behind';
      });
      expect(new Set(places).size).toBe(3);
    }
  }
});

test('pairs of vectors: alike in one direction and in the other, unlike within the margin, beyond it and opposite', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const [first, second, labels, margin] of directedPairs(randomFrom(seed))) {
      const b = rowsOf(second);
      const places = rowsOf(first).map((a, i) => {
        const c = cosine(a, b[i] ?? []);
        expect(Math.abs(norm(a) - 1) + Math.abs(norm(b[i] ?? []) - 1)).toBeGreaterThan(1e-4);
        return `${labels.data[i] ?? NaN} ${c > margin ? 'near' : c > 0 ? 'apart' : 'opposite'}`;
      });
      expect(new Set(places)).toEqual(new Set(['1 near', '-1 apart', '1 opposite', '-1 near', '-1 opposite']));
    }
  }
});
