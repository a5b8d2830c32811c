import { oracle } from '../../solutions/oracles/03-margins';
import type { Argument } from '../../solutions/oracles/format';
import { classScores, labelledScores } from '../../solutions/oracles/margins/draw';
import { lacks } from '../../solutions/oracles/margins/classHinges';
import { rowsOf } from '../../solutions/oracles/classification/samples';
import { matrix, number, tensor, vector } from '../../solutions/oracles/numbers';
import { randomFrom } from '../random';
import { answersOf } from './answersOf';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const { numbersOf } = answersOf(oracle);

/** Numbers computed with PyTorch 2.13. */
describe('known numbers', () => {
  const scores = [vector(2, 0.4, -0.3, 1, -1.5, 0.2), vector(1, 1, 1, 1, -1, -1)];
  const table = matrix([
    [3, 1.2, -0.5, 1.5],
    [0.3, 0.1, 0.9, -1],
    [-0.7, 2, 0.6, 0.9],
  ]);
  const classes = [table, vector(0, 1, 3), 1];
  const source = [vector(0.85, 0.12, 0.08, 0.01, 0, 0, 0.23, 0, 0.4, 0.2), 0];

  test.each<[string, string, Argument[], number[]]>([
    ['hinge', 'right', scores, [0.516667]],
    ['hinge', 'hin-1', scores, [0.65]],
    ['hinge', 'hin-3', scores, [0.0833333]],
    ['hinge', 'hin-4', scores, [0.266667]],
    ['hinge', 'hin-5', scores, [1.73333]],
    ['hinge', 'hin-6', scores, [0.581667]],
    ['hinge', 'hin-8', scores, [0.4]],
    ['hinge', 'hin-10', scores, [0.682693]],
    ['hinge', 'hin-14', scores, [1.03333]],
    ['hinge', 'hin-17', scores, [0.666667]],
    ['hingeGrad', 'right', scores, [0, -1 / 6, -1 / 6, 0, 0, 1 / 6]],
    ['softMargin', 'right', scores, [0.467852]],
    ['softMargin', 'sof-2', scores, [0.532309]],
    ['softMargin', 'sof-9', scores, [0.920377]],
    ['softMarginGrad', 'right', scores, [-0.019867, -0.066885, -0.095741, -0.044824, 0.030404, 0.091639]],
    ['westonWatkins', 'right', classes, [1.93333]],
    ['westonWatkins', 'ww-2', classes, [5.6]],
    ['westonWatkins', 'ww-4', classes, [1.3]],
    ['westonWatkins', 'ww-5', classes, [0.483333]],
    ['westonWatkins', 'ww-11', classes, [2.51164]],
    ['westonWatkins', 'ww-12', classes, [4.76667]],
    ['westonWatkins', 'ww-13', classes, [0.2]],
    ['westonWatkinsGrad', 'right', classes, [0, 0, 0, 0, 1 / 3, -2 / 3, 1 / 3, 0, 0, 1 / 3, 1 / 3, -2 / 3]],
    ['conventions', 'right', source, [1.019, 2.39, 0.55]],
    ['conventions', 'con-1', source, [0.915, 2.39, 0.55]],
    ['oneVsRest', 'right', [table, vector(0, 1, 3)], [4.76667 / 4]],
  ])('%s: %s', (name, id, args, expected) => {
    expect(numbersOf(name, id, ...args).map((value) => value.toFixed(4))).toEqual(
      expected.map((value) => value.toFixed(4)),
    );
  });
});

test('scores: beyond the margin, within it and on the wrong side, of both labels, never at the kink', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const [scores, labels] of labelledScores(randomFrom(seed))) {
      const places = scores.data.map((f, i) => {
        const y = labels.data[i] ?? NaN;
        expect(y * f).not.toBe(1);
        return `${y} ${y * f > 1 ? 'beyond' : y * f > 0 ? 'within' : 'wrong'}`;
      });
      expect(new Set(places).size).toBe(6);
    }
  }
});

test('classes: some samples without violation, some with one, some with several', () => {
  for (let seed = 1; seed <= 200; seed++) {
    for (const [scores, classes, margin] of classScores(randomFrom(seed))) {
      const violations = rowsOf(tensor(scores)).map(
        (row, i) => lacks(row, classes.data[i] ?? NaN, number(margin)).filter((lack) => lack > 0).length,
      );
      expect(violations).toContain(0);
      expect(Math.max(...violations)).toBeGreaterThan(1);
      expect(new Set(classes.data).size).toBeGreaterThan(1);
    }
  }
});
