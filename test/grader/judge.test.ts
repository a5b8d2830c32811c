import { casesOf, toWire } from '../../lib/grader/src/judge/cases';
import type { FunctionRun } from '../../lib/grader/src/judge/hit';
import { judgeItem, type ItemResult } from '../../lib/grader/src/judge/item';
import type { Outcome } from '../../lib/grader/src/sandbox/reply';
import type { Argument, Item, Values } from '../../solutions/oracles/format';

const tensor = (...data: number[]): Values => ({ shape: [data.length], data });
const dataOf = (argument: Argument | undefined): readonly number[] =>
  typeof argument === 'object' ? argument.data : [];
const total = (argument: Argument | undefined): number => dataOf(argument).reduce((sum, x) => sum + x, 0);

/** The sum of a tensor, and its gradient: ones. */
const item: Item = {
  id: 'sum',
  title: { pt: 'Soma', es: 'Suma' },
  points: { value: 3, gradient: 2, shape: 1, stability: 0.5, leak: 0.25 },
  functions: [
    {
      name: 'sum',
      line: 'value',
      reference: (x) => ({ shape: [], data: [total(x)] }),
      mistakes: [{ id: 's-1', family: 'MEAN', of: (x) => ({ shape: [], data: [total(x) / dataOf(x).length] }) }],
    },
    {
      name: 'sumGrad',
      line: 'gradient',
      reference: (x) => tensor(...dataOf(x).map(() => 1)),
      mistakes: [],
    },
  ],
  publicCases: [[tensor(1, 2)], [tensor(0.1, 0.2, 0.4)]],
  secretCases: (random) => [[tensor(random(), random(), 1, 5)]],
  extremeCases: [[tensor(1e30, 1e30)]],
};
const cases = casesOf(item, () => 0.3);
const all = [...cases.ordinary, ...cases.extreme];

type Answer = (x: readonly number[], at: number) => Partial<Extract<Outcome, { got: 'tensor' }>> | Outcome;

const answers = (answer: Answer): FunctionRun => ({
  outcomes: all.map(([x], at): Outcome => {
    const given = answer(dataOf(x), at);
    if (given.got === 'thrown' || given.got === 'other') return given;
    return { got: 'tensor', shape: [], data: [], leaked: 0, ...given };
  }),
});
const rightSum: Answer = (x) => ({ data: [x.reduce((sum, value) => sum + value, 0)] });
const rightGrad: Answer = (x) => ({ shape: [x.length], data: x.map(() => 1) });

function judged(sum: Answer | FunctionRun, sumGrad: Answer | FunctionRun): ItemResult {
  const run = (one: Answer | FunctionRun): FunctionRun => (typeof one === 'function' ? answers(one) : one);
  return judgeItem(item, cases, new Map(Object.entries({ sum: run(sum), sumGrad: run(sumGrad) })));
}
const lines = (result: ItemResult): Record<string, string> =>
  Object.fromEntries(result.lines.map(({ line, status }) => [line, status]));

describe('judging an item', () => {
  test('right answers have all points', () => {
    expect(judged(rightSum, rightGrad)).toMatchObject({ points: 6.75, maxPoints: 6.75, status: 'graded' });
  });

  test('a wrong value is named, and shape, stability and leak do not count', () => {
    const result = judged((x) => ({ data: [x.reduce((sum, value) => sum + value, 0) / x.length] }), rightGrad);
    expect(lines(result)).toEqual({
      value: 'wrong',
      gradient: 'right',
      shape: 'not-counted',
      stability: 'not-counted',
      leak: 'not-counted',
    });
    expect(result.points).toBe(2);
    expect(result.lines[0]).toMatchObject({ points: 0, mistakes: ['s-1'], families: ['MEAN'] });
  });

  test('right numbers in another shape lose the shape alone', () => {
    const result = judged((x, at) => ({ ...rightSum(x, at), shape: [1] }), rightGrad);
    expect(result.points).toBe(5.75);
    expect(result.lines[2]?.message?.pt).toBe('sum devolveu a forma [1] onde se espera [].');
  });

  test('a wrong number in one secret case loses the value', () => {
    expect(judged((x, at) => (at === 2 ? { data: [7.5] } : rightSum(x, at)), rightGrad).points).toBe(2);
  });

  test('an extreme that overflows loses the stability alone', () => {
    const result = judged((x, at) => (at === 3 ? { data: [Infinity] } : rightSum(x, at)), rightGrad);
    expect(result.points).toBe(6.25);
    expect(result.lines[3]?.message?.es).toMatch(/^Un caso extremo. /);
  });

  test('NaN in every extreme is an overflow, not an answer that is missing', () => {
    const result = judged((x, at) => (at === 3 ? { data: [NaN] } : rightSum(x, at)), rightGrad);
    expect(result.points).toBe(6.25);
    expect(result.lines[3]?.message?.es).not.toContain('aún no tiene respuesta');
  });

  test('tensors left behind, or arguments disposed of, lose the leak alone', () => {
    const result = judged((x, at) => ({ ...rightSum(x, at), leaked: 2 }), rightGrad);
    expect(result.points).toBe(6.5);
    expect(judged(rightSum, (x, at) => ({ ...rightGrad(x, at), leaked: -1 })).points).toBe(6.5);
  });

  test('a stub of a gradient costs the gradient, not the shape', () => {
    const result = judged(rightSum, () => ({ data: [NaN] }));
    expect(lines(result)).toMatchObject({ value: 'right', gradient: 'wrong', shape: 'right' });
    expect(result.lines[1]?.message?.es).toMatch(/^sumGrad aún no tiene respuesta: devuelve NaN/);
  });

  test('what throws in every case was not executed', () => {
    const error = { name: 'TypeError', message: 'x.foo is not a function' };
    const result = judged(() => ({ got: 'thrown', error }), rightGrad);
    expect(result).toMatchObject({ status: 'not-executed', points: 2 });
    expect(result.lines[0]?.message?.pt).toBe('sum parou com um erro: TypeError: x.foo is not a function');
  });

  test('what throws in one case is wrong', () => {
    const error = { name: 'Error', message: 'rank' };
    const result = judged((x, at) => (at === 1 ? { got: 'thrown', error } : rightSum(x, at)), rightGrad);
    expect(result).toMatchObject({ status: 'graded', points: 2 });
  });

  test('what gives no tensor was not executed', () => {
    expect(judged(() => ({ got: 'other', what: 'Promise' }), rightGrad).status).toBe('not-executed');
  });

  test('a tensor that is too large is wrong', () => {
    const huge = { got: 'tensor', shape: [1000, 1000], data: undefined, leaked: 0 } as const;
    expect(judged(() => huge, rightGrad).lines[0]?.message?.pt).toContain('[1000, 1000]');
  });

  test('the worst hit gives the status', () => {
    const hit = (stop: 'cpu' | 'memory'): FunctionRun => ({ hit: { why: 'call-stopped', name: 'sum', stop } });
    expect(judged(hit('memory'), hit('cpu'))).toMatchObject({ status: 'timeout', points: 0 });
    expect(judged(hit('memory'), rightGrad)).toMatchObject({ status: 'crashed', points: 2 });
  });

  test('a function of which nothing is known is missing', () => {
    expect(judgeItem(item, cases, new Map())).toMatchObject({ status: 'not-executed', points: 0 });
  });
});

describe('cases', () => {
  test('the reference takes the float32 numbers that are sent', () => {
    const sent = toWire(all[1] ?? [])[0];
    const bytes = Buffer.from(typeof sent === 'object' ? sent.data : '', 'base64');
    expect([0, 1, 2].map((i) => bytes.readFloatLE(4 * i))).toEqual(dataOf(all[1]?.[0]));
    expect(dataOf(all[1]?.[0])[0]).toBe(Math.fround(0.1));
  });

  test('plain numbers are sent as they are', () => {
    expect(toWire([0.1])).toEqual([0.1]);
  });
});
