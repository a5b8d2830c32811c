import { oracle } from '../../solutions/oracles/00-tools';
import { tensor } from '../../solutions/oracles/numbers';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const item = (id: string): (typeof oracle.items)[number] => {
  const found = oracle.items.find((each) => each.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};

test('a public case has as many rows as columns, where a lost axis is not noticed', () => {
  const shapes = item('centerRows').publicCases.map(([x]) => tensor(x).shape);
  expect(shapes.filter(([rows, columns]) => rows === columns)).toHaveLength(1);
});

test('in the extreme cases the product is 0 in float32', () => {
  for (const [p] of item('geometricNll').extremeCases) {
    expect(tensor(p).data.reduce((product, x) => Math.fround(product * x), 1)).toBe(0);
  }
});
