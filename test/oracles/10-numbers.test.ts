import { oracle } from '../../solutions/oracles/10-numbers';
import { mean, number, tensor } from '../../solutions/oracles/numbers';
import { describeOracle } from './describeOracle';

describeOracle(oracle);

const item = (id: string): (typeof oracle.items)[number] => {
  const found = oracle.items.find((each) => each.id === id);
  if (!found) throw new Error(`no item ${id}`);
  return found;
};

const oneSum = (x: readonly number[]): number => x.reduce((total, one) => Math.fround(total + one), 0);

test('in the extreme cases one float32 sum is wrong, the sum of the sums of blocks is not', () => {
  for (const [x, block] of item('blockedMean').extremeCases) {
    const { data } = tensor(x);
    const length = number(block);
    const sums = Array.from({ length: Math.ceil(data.length / length) }, (_, i) =>
      oneSum(data.slice(i * length, (i + 1) * length)),
    );
    const wrong = (total: number): number => Math.abs(total / data.length / mean(data) - 1);
    expect(wrong(oneSum(data))).toBeGreaterThan(1e-4);
    expect(wrong(oneSum(sums))).toBeLessThan(1e-5);
  }
});

test('in the extreme cases the logarithm of 1 + x has lost its digits', () => {
  const [x] = item('relativeLog').extremeCases[0] ?? [];
  const lost = tensor(x).data.map((one) => Math.abs(Math.log(Math.fround(1 + one)) / one - 1));
  expect(lost.filter((error) => error > 1e-4).length).toBeGreaterThan(3);
});
