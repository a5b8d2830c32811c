import type { Item } from '../../solutions/oracles/format';
import { map, mean, scalar, sum, tensor, vector } from '../../solutions/oracles/numbers';
import { withSlopesOfMistakes } from '../../solutions/oracles/slopes';

const points = { value: 1, gradient: 1 };

/** The mean of squares, a wrong sum, a wrong cube and a wrong absolute value; the gradient knows the sum's already. */
const item: Item = {
  id: 'squares',
  title: { pt: 'quadrados', es: 'cuadrados' },
  points,
  publicCases: [[vector(1, -2, 0)], [vector(3, 0.5)]],
  secretCases: () => [],
  extremeCases: [],
  functions: [
    {
      name: 'squares',
      line: 'value',
      reference: (x) => scalar(mean(tensor(x).data.map((one) => one ** 2))),
      mistakes: [
        { id: 'sum', family: 'SUM', of: (x) => scalar(sum(tensor(x).data.map((one) => one ** 2))) },
        { id: 'cube', family: 'SQ', of: (x) => scalar(mean(tensor(x).data.map((one) => one ** 3))) },
        { id: 'more', family: 'CONST', of: (x) => scalar(1 + mean(tensor(x).data.map((one) => one ** 2))) },
        { id: 'size', family: 'OTHER', of: (x) => scalar(mean(tensor(x).data.map(Math.abs))) },
        { id: 'half', family: 'MAX0', of: (x) => scalar(mean(tensor(x).data.map((one) => Math.max(0, one)))) },
      ],
    },
    {
      name: 'squaresGrad',
      line: 'gradient',
      reference: (x) => map(tensor(x), (one) => (2 * one) / tensor(x).data.length),
      mistakes: [{ id: 'undivided', family: 'GRADN', of: (x) => map(tensor(x), (one) => 2 * one) }],
    },
  ],
};

const mistakes = withSlopesOfMistakes(item).functions[1]?.mistakes ?? [];
const slope = (id: string): readonly number[] =>
  mistakes
    .find((one) => one.id === id)
    ?.of(vector(1, -2, 0))
    .data.map((one) => Number(one.toFixed(6))) ?? [];

test('a gradient gets the slope of each wrong value, but for what is known or right', () => {
  expect(mistakes.map(({ id, family }) => `${id} ${family}`)).toEqual([
    'undivided GRADN',
    'cube SQ',
    'size OTHER',
    'half MAX0',
  ]);
});

test('the slope is the derivative', () => {
  expect(slope('cube')).toEqual([1, 4, 0]);
});

test('at a kink it is the subgradient of the smallest size', () => {
  expect(slope('size').map((one) => one * 3)).toEqual([0.999999, -0.999999, 0]);
  expect(slope('half')[2]).toBe(0);
});

test('an item without a gradient stays as it is', () => {
  const alone = { ...item, functions: item.functions.slice(0, 1) };
  expect(withSlopesOfMistakes(alone)).toBe(alone);
});
