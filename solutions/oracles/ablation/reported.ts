import { mistakes, rowsOf } from '../classification/samples';
import { between } from '../draw';
import type { Argument, Item, Reference } from '../format';
import { matrix, mean, sum, tensor } from '../numbers';

type Table = readonly (readonly number[])[];

/** One run: its scores step by step, and those of all runs. */
interface Run {
  readonly validation: readonly number[];
  readonly test: readonly number[];
  readonly known: Table;
  readonly held: Table;
}

type Report = (run: Run) => number;

const of =
  (f: Report): Reference =>
  (validation, test) => {
    const known = rowsOf(tensor(validation));
    const held = rowsOf(tensor(test));
    const data = known.map((row, r) => f({ validation: row, test: held[r] ?? [], known, held }));
    return { shape: [data.length], data };
  };

const first = (data: readonly number[]): number => data.indexOf(Math.max(...data));
const last = (data: readonly number[]): number => data.lastIndexOf(Math.max(...data));
const least = (data: readonly number[]): number => data.indexOf(Math.min(...data));
const at = (data: readonly number[], step: number): number => data[step] ?? NaN;

/** The mean of all runs at each step. */
const common = (table: Table): number[] =>
  (table[0] ?? []).map((_, step) => mean(table.map((row) => row[step] ?? NaN)));

/** The run with the highest score of all. */
const bestOf = (table: Table): readonly number[] =>
  table.reduce((best, row) => (Math.max(...row) > Math.max(...best) ? row : best));

/** The step before the first fall. */
function beforeFall(data: readonly number[]): number {
  const fall = data.findIndex((score, step) => step > 0 && score <= at(data, step - 1));
  return fall === -1 ? data.length - 1 : fall - 1;
}

/** The test scores at all steps that are best in validation. */
const tied = ({ validation, test }: Run): number[] =>
  test.filter((_, step) => validation[step] === Math.max(...validation));

const right: Report = ({ validation, test }) => at(test, first(validation));

/** A loop that ends before the last run. */
const withoutLast: Reference = (validation, test) => {
  const { shape, data } = of(right)(validation, test);
  return { shape, data: data.with(-1, 0) };
};

/** Of each run the test score at the step that is best in validation; what the exercise hands out takes the best test score. */
export const reported: Item = {
  id: 'reported',
  title: { pt: 'O que se informa: ache o vazamento', es: 'Lo que se informa: encuentra la fuga' },
  points: { value: 5, shape: 1 },
  functions: [
    {
      name: 'reported',
      line: 'value',
      reference: of(right),
      mistakes: [
        ...mistakes<Report>(of, [
          ['rep-1', 'STARTER', ({ test }) => Math.max(...test)],
          ['rep-2', 'PEEK', ({ validation }) => Math.max(...validation)],
          ['rep-3', 'TERM', ({ test }) => at(test, test.length - 1)],
          ['rep-4', 'PEEK', ({ validation, test }) => at(validation, first(test))],
          ['rep-5', 'CHOICE', ({ known, test }) => at(test, first(common(known)))],
          ['rep-6', 'CHOICE', ({ validation, test }) => at(test, last(validation))],
          ['rep-7', 'CHOICE', ({ validation, test }) => at(test, least(validation))],
          ['rep-8', 'OTHER', ({ test }) => mean(test)],
          ['rep-9', 'PEEK', ({ validation, test }) => (at(test, first(validation)) + Math.max(...validation)) / 2],
          ['rep-10', 'TERM', ({ validation }) => first(validation)],
          ['rep-11', 'PEEK', ({ held, test }) => at(test, first(common(held)))],
          ['rep-12', 'CHOICE', ({ known, test }) => at(test, first(known[0] ?? []))],
          ['rep-13', 'CHOICE', ({ known, test }) => at(test, first(bestOf(known)))],
          ['rep-14', 'CHOICE', ({ validation, test }) => at(test, first(validation) + 1)],
          ['rep-15', 'CHOICE', ({ validation, test }) => at(test, first(validation) - 1)],
          ['rep-16', 'CHOICE', ({ validation, test }) => at(test, beforeFall(validation))],
          ['rep-17', 'CHOICE', (run) => mean(tied(run))],
          ['rep-18', 'CHOICE', (run) => sum(tied(run))],
          ['rep-19', 'CHOICE', (run) => Math.max(...tied(run))],
          [
            'rep-20',
            'PEEK',
            ({ validation, test }) => at(test, first(validation.map((x, step) => x + at(test, step)))),
          ],
          ['rep-21', 'PEEK', ({ validation, test }) => Math.min(Math.max(...test), Math.max(...validation))],
          [
            'rep-22',
            'OTHER',
            ({ test }) =>
              at(
                [...test].sort((a, b) => a - b),
                Math.floor(test.length / 2),
              ),
          ],
        ]),
        { id: 'rep-23', family: 'PART', of: withoutLast },
      ],
    },
  ],
  publicCases: [
    [
      matrix([
        [52, 57, 59, 58],
        [50, 60, 56, 60],
        [55, 54, 53, 57],
      ]),
      matrix([
        [58.5, 57.5, 55, 56],
        [49, 53, 57, 54.5],
        [54, 52, 56.5, 50],
      ]),
    ],
    [matrix([[51, 56, 54, 53, 56]]), matrix([[50, 54, 57, 52, 51]])],
  ],
  secretCases: (random) =>
    [
      [4, 5],
      [3, 7],
      [5, 6],
    ].map(([runs = 0, steps = 0], i): readonly Argument[] => {
      const scores = (): number[][] =>
        Array.from({ length: runs }, () => Array.from({ length: steps }, () => between(random, 50, 57)));
      const validation = scores();
      const test = scores();
      const start = Math.floor(random() * steps);
      validation.forEach((row, r) => {
        const step = (start + r) % (steps - 1);
        const most = 58 + r / 2;
        row[step] = most;
        if (r !== 1) return;
        // In the test now the first of the tied steps is the better one, now the last.
        row[step + 1] = most;
        const both = [at(test[1] ?? [], step), at(test[1] ?? [], step + 1)].sort((a, b) => (i === 1 ? b - a : a - b));
        test[1]?.splice(step, 2, ...both);
      });
      return [matrix(validation), matrix(test)];
    }),
  extremeCases: [],
};
