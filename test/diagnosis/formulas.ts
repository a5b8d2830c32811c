import type { Values } from 'lossbook-diagnosis';

/** A loss or gradient of x, t and perhaps beta in float64, wrong or right. */
export type Formula = (x: Values, t: Values, beta: number) => Values;

/** One function of an exercise, with wrong formulas that students write. */
export interface Subject {
  readonly name: string;
  readonly line: 'value' | 'gradient';
  readonly usesBeta: boolean;
  readonly right: Formula;
  readonly mistakes: readonly { readonly id: string; readonly family: string; readonly of: Formula }[];
}

const scalar = (value: number): Values => ({ shape: [], data: [value] });
const d = (x: Values, t: Values): number[] => x.data.map((value, i) => value - (t.data[i] ?? NaN));
const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
const rows = (x: Values): number => x.shape[0] ?? 1;

/** A scalar of the differences and beta. */
const of = (f: (differences: number[], beta: number, x: Values, t: Values) => number): Formula => {
  return (x, t, beta) => scalar(f(d(x, t), beta, x, t));
};

/** An element of each difference; n is their number. */
const each = (f: (difference: number, n: number, beta: number, x: number) => number): Formula => {
  return (x, t, beta) => ({
    shape: x.shape,
    data: d(x, t).map((difference, i) => f(difference, x.data.length, beta, x.data[i] ?? NaN)),
  });
};

const smooth = (e: number, beta: number): number =>
  Math.abs(e) < beta ? (e * e) / (2 * beta) : Math.abs(e) - beta / 2;

export const subjects: readonly Subject[] = [
  {
    name: 'mse',
    line: 'value',
    usesBeta: false,
    right: of((e) => mean(e.map((v) => v * v))),
    mistakes: [
      { id: 'mse-1', family: 'SUM', of: of((e) => sum(e.map((v) => v * v))) },
      { id: 'mse-2', family: 'HALF', of: of((e) => mean(e.map((v) => v * v)) / 2) },
      { id: 'mse-4', family: 'SQRT', of: of((e) => Math.sqrt(mean(e.map((v) => v * v)))) },
      { id: 'mse-6', family: 'SQ', of: of((e) => mean(e)) },
      { id: 'mse-7', family: 'OTHER', of: of((e) => mean(e.map(Math.abs))) },
      { id: 'mse-8', family: 'ORDER', of: of((e) => mean(e) ** 2) },
      { id: 'mse-10', family: 'DIV', of: of((e) => sum(e.map((v) => v * v)) / (e.length - 1)) },
      { id: 'mse-11', family: 'AXIS', of: of((e, _beta, x) => sum(e.map((v) => v * v)) / rows(x)) },
      {
        id: 'mse-13',
        family: 'SIGN',
        of: of((_e, _beta, x, t) => mean(x.data.map((v, i) => (v + (t.data[i] ?? 0)) ** 2))),
      },
      {
        id: 'mse-15',
        family: 'BROADCAST',
        of: of((_e, _b, x, t) => mean(x.data.flatMap((v) => t.data.map((w) => (v - w) ** 2)))),
      },
    ],
  },
  {
    name: 'mseGrad',
    line: 'gradient',
    usesBeta: false,
    right: each((e, n) => (2 * e) / n),
    mistakes: [
      { id: 'mse-g1', family: 'GRADN', of: each((e) => 2 * e) },
      { id: 'mse-g2', family: 'TWO', of: each((e, n) => e / n) },
      { id: 'mse-g3', family: 'GRADSIGN', of: each((e, n) => (-2 * e) / n) },
      { id: 'mse-g4', family: 'ABS', of: each((e, n) => (2 * Math.abs(e)) / n) },
      { id: 'mse-g7', family: 'CHAIN', of: each((_e, n, _beta, x) => (2 * x) / n) },
    ],
  },
  {
    name: 'l1',
    line: 'value',
    usesBeta: false,
    right: of((e) => mean(e.map(Math.abs))),
    mistakes: [
      { id: 'l1-1', family: 'SUM', of: of((e) => sum(e.map(Math.abs))) },
      { id: 'l1-2', family: 'ABS', of: of((e) => mean(e)) },
      { id: 'l1-3', family: 'ORDER', of: of((e) => Math.abs(mean(e))) },
      { id: 'l1-8', family: 'HALF', of: of((e) => mean(e.map(Math.abs)) / 2) },
    ],
  },
  {
    name: 'l1Grad',
    line: 'gradient',
    usesBeta: false,
    right: each((e, n) => Math.sign(e) / n),
    mistakes: [
      { id: 'l1-g1', family: 'GRADN', of: each((e) => Math.sign(e)) },
      { id: 'l1-g2', family: 'GRADSIGN', of: each((e, n) => -Math.sign(e) / n) },
      { id: 'l1-g3', family: 'KINK', of: each((e, n) => e / Math.abs(e) / n) },
      { id: 'l1-g4', family: 'KINK', of: each((e, n) => (e >= 0 ? 1 : -1) / n) },
      { id: 'l1-g6', family: 'CHAIN', of: each((e, n) => Math.abs(e) / n) },
      { id: 'l1-g7', family: 'ABS', of: each((_e, n) => 1 / n) },
    ],
  },
  {
    name: 'mbe',
    line: 'value',
    usesBeta: false,
    right: of((e) => mean(e)),
    mistakes: [
      { id: 'mbe-1', family: 'SIGN', of: of((e) => -mean(e)) },
      { id: 'mbe-2', family: 'ABS', of: of((e) => mean(e.map(Math.abs))) },
      { id: 'mbe-3', family: 'ORDER', of: of((e) => Math.abs(mean(e))) },
      { id: 'mbe-4', family: 'SUM', of: of((e) => sum(e)) },
      { id: 'mbe-5', family: 'HALF', of: of((e) => mean(e) / 2) },
    ],
  },
  {
    name: 'smoothL1',
    line: 'value',
    usesBeta: true,
    right: of((e, beta) => mean(e.map((v) => smooth(v, beta)))),
    mistakes: [
      {
        id: 'sl1-2',
        family: 'HALF',
        of: of((e, b) => mean(e.map((v) => (Math.abs(v) < b ? (v * v) / b : Math.abs(v) - b / 2)))),
      },
      {
        id: 'sl1-4',
        family: 'SHIFT',
        of: of((e, b) => mean(e.map((v) => (Math.abs(v) < b ? (v * v) / b / 2 : Math.abs(v))))),
      },
      {
        id: 'sl1-5',
        family: 'BRANCH',
        of: of((e, b) => mean(e.map((v) => (Math.abs(v) < b ? Math.abs(v) - b / 2 : (v * v) / b / 2)))),
      },
      { id: 'sl1-6', family: 'SCALE', of: of((e, b) => b * mean(e.map((v) => smooth(v, b)))) },
      {
        id: 'sl1-7',
        family: 'ABS',
        of: of((e, b) => mean(e.map((v) => (v < b ? (v * v) / b / 2 : Math.abs(v) - b / 2)))),
      },
      { id: 'sl1-8', family: 'DEFAULT', of: of((e) => mean(e.map((v) => smooth(v, 1)))) },
      { id: 'sl1-13', family: 'ORDER', of: of((e, b) => smooth(mean(e.map(Math.abs)), b)) },
    ],
  },
  {
    name: 'smoothL1Grad',
    line: 'gradient',
    usesBeta: true,
    right: each((e, n, b) => (Math.abs(e) < b ? e / b : Math.sign(e)) / n),
    mistakes: [
      { id: 'sl1-g1', family: 'GRADN', of: each((e, _n, b) => (Math.abs(e) < b ? e / b : Math.sign(e))) },
      { id: 'sl1-g2', family: 'SCALE', of: each((e, n, b) => (Math.abs(e) < b ? e : Math.sign(e)) / n) },
      { id: 'sl1-g4', family: 'TWO', of: each((e, n, b) => (Math.abs(e) < b ? (2 * e) / b : Math.sign(e)) / n) },
      { id: 'sl1-g5', family: 'ABS', of: each((e, n, b) => (Math.abs(e) < b ? e / b : 1) / n) },
      { id: 'sl1-g6', family: 'OTHER', of: each((e, n) => Math.sign(e) / n) },
    ],
  },
  {
    name: 'sumOfAbsolutes',
    line: 'value',
    usesBeta: false,
    right: of((e) => sum(e.map(Math.abs))),
    mistakes: [
      { id: 'fpp-2', family: 'MEAN', of: of((e) => mean(e.map(Math.abs))) },
      { id: 'fpp-4', family: 'ORDER', of: of((e) => Math.abs(sum(e))) },
      { id: 'fpp-6', family: 'SQ', of: of((e) => sum(e.map((v) => v * v))) },
    ],
  },
];
