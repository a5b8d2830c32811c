import { oracle } from '../../solutions/oracles/02-cross-entropy';
import { classesOf, scores, sizes, withIgnored } from '../../solutions/oracles/classification/draw';
import { argmax } from '../../solutions/oracles/classification/rows';
import { matrix, vector } from '../../solutions/oracles/numbers';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { find, numberOf } = answersOf(oracle);

/** Numbers computed with PyTorch 2.13. */
describe('known numbers', () => {
  const x = matrix([
    [2, -1, 0.5],
    [0.1, 0.2, -0.3],
    [-1.5, 0.3, 1.2],
    [0.4, 1.1, -0.6],
  ]);
  const y = vector(0, 2, 1, 2);

  test.each([
    ['right', 'ce', 1.29208],
    ['ce-2', 'ce', 1.86408],
    ['ce-6', 'ce', 1.1072],
    ['ce-7', 'ce', 1.59336],
    ['ce-8', 'ce', 2.75955],
    ['ce-13', 'ce', 0.643282],
    ['ce-14', 'ce', 2.34201],
    ['ce-16', 'ce', 0.791266],
    ['ce-19', 'ce', 0.517081],
    ['ce-21', 'ce', 1.04145],
    ['ce-26', 'ce', 2.41708],
  ])('%s of %s', (id, name, expected) => {
    const got = numberOf(name, id, x, y);
    expect(got).toBeCloseTo(expected, 5);
  });

  test('a sample that does not count', () => {
    const classes = vector(0, -100, 1, 2);
    expect(numberOf('ce', 'right', x, classes)).toBeCloseTo(1.24917, 5);
    expect(numberOf('ce', 'ign-1', x, classes)).toBeCloseTo(0.936874, 5);
    expect(numberOf('ce', 'ign-2', x, classes)).toBeCloseTo(1.19208, 5);
  });

  test.each([
    ['right', 1.30708],
    ['ls-2', 1.31458],
    ['ls-3', 1.46629],
    ['ls-6', 1.24551],
    ['ls-7', 1.5955],
    ['ls-10', 1.20786],
  ])('label smoothing: %s', (id, expected) => {
    const got = numberOf('smoothedCe', id, x, y, 0.1);
    expect(got).toBeCloseTo(expected, 5);
  });

  test.each([
    ['right', 1.05702],
    ['bce-5', 1.28955],
    ['bce-6', 0.681842],
    ['bce-8', 0.997022],
    ['bce-11', 50.1781],
    ['bce-15', 2.71477],
    ['bce-16', 1.59702],
  ])('binary: %s', (id, expected) => {
    const [z, target] = [vector(2, -1, 0.7, -3, 0), vector(1, 0, 0, 1, 1)];
    expect(numberOf('bce', id, z, target)).toBeCloseTo(expected, 4);
  });

  test('far beyond the reach of exp', () => {
    const far = matrix([[1000, 0, -1000]]);
    expect(numberOf('ce', 'right', far, vector(2))).toBe(2000);
    expect(find('ceGrad').reference(far, vector(2)).data).toEqual([1, 0, -1]);
    expect(find('stableLogSoftmax').reference(far).data).toEqual([0, -1000, -2000]);
    expect(numberOf('bce', 'right', vector(1000, -1000), vector(0, 1))).toBe(1000);
  });
});

test('one sample is right, one wrong, all classes are there, one does not count', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = randomFrom(seed);
    for (const [count, width] of sizes(random)) {
      const rows = scores(random, count, width);
      const y = classesOf(random, rows);
      expect([rows.length, new Set(rows.map((row) => row.length)), y.length]).toEqual([count, new Set([width]), count]);
      expect(y[0]).toBe(argmax(rows[0] ?? []));
      expect(y[1]).not.toBe(argmax(rows[1] ?? []));
      expect(y.every((label) => Number.isInteger(label) && label >= 0 && label < width)).toBe(true);
      const hidden = withIgnored(random, y);
      expect(hidden.filter((label) => label === -100)).toHaveLength(1);
    }
  }
});
