import { mistakes, rowsOf } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, tensor } from '../numbers';

/** One run: its scores step by step, and the mean of all runs' validation scores at each step. */
interface Run {
  readonly validation: readonly number[];
  readonly test: readonly number[];
  readonly common: readonly number[];
}

type Report = (run: Run) => number;

const of =
  (f: Report): Reference =>
  (validation, test) => {
    const known = rowsOf(tensor(validation));
    const held = rowsOf(tensor(test));
    const common = (known[0] ?? []).map((_, step) => mean(known.map((row) => row[step] ?? NaN)));
    const data = known.map((row, r) => f({ validation: row, test: held[r] ?? [], common }));
    return { shape: [data.length], data };
  };

const first = (data: readonly number[]): number => data.indexOf(Math.max(...data));
const last = (data: readonly number[]): number => data.lastIndexOf(Math.max(...data));
const least = (data: readonly number[]): number => data.indexOf(Math.min(...data));
const at = (data: readonly number[], step: number): number => data[step] ?? NaN;

/** Of each run the test score at the step that is best in validation; what the exercise hands out takes the best test score. */
export const reported: Item = {
  id: 'reported',
  title: { pt: 'O que se informa: ache o vazamento', es: 'Lo que se informa: encuentra la fuga' },
  points: { value: 5, shape: 1 },
  functions: [
    {
      name: 'reported',
      line: 'value',
      reference: of(({ validation, test }) => at(test, first(validation))),
      mistakes: mistakes<Report>(of, [
        ['rep-1', 'STARTER', ({ test }) => Math.max(...test)],
        ['rep-2', 'PEEK', ({ validation }) => Math.max(...validation)],
        ['rep-3', 'TERM', ({ test }) => at(test, test.length - 1)],
        ['rep-4', 'PEEK', ({ validation, test }) => at(validation, first(test))],
        ['rep-5', 'CHOICE', ({ common, test }) => at(test, first(common))],
        ['rep-6', 'CHOICE', ({ validation, test }) => at(test, last(validation))],
        ['rep-7', 'CHOICE', ({ validation, test }) => at(test, least(validation))],
        ['rep-8', 'OTHER', ({ test }) => mean(test)],
        ['rep-9', 'PEEK', ({ validation, test }) => (at(test, first(validation)) + Math.max(...validation)) / 2],
      ]),
    },
  ],
  publicCases: [
    [
      matrix([
        [52, 57, 59, 58],
        [50, 58, 56, 58],
        [55, 54, 53, 57],
      ]),
      matrix([
        [51, 58, 55, 56],
        [49, 53, 57, 54.5],
        [54, 52, 56.5, 50],
      ]),
    ],
    [matrix([[51, 56, 54, 53, 55]]), matrix([[50, 54, 57, 52, 51]])],
  ],
  secretCases: (random) =>
    [
      [4, 5],
      [3, 7],
      [5, 6],
    ].map(([runs = 0, steps = 0]): readonly Argument[] => {
      const scores = (): number[][] =>
        Array.from({ length: runs }, () => Array.from({ length: steps }, () => between(random, 50, 57)));
      const validation = scores();
      const start = Math.floor(random() * steps);
      validation.forEach((row, r) => {
        const step = (start + r) % (steps - 1);
        const most = 58 + r / 2;
        row[step] = most;
        if (r === 1) row[step + 1] = most;
      });
      return [matrix(validation), matrix(scores())];
    }),
  extremeCases: [],
};
