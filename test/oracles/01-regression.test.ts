import { oracle } from '../../solutions/oracles/01-regression';
import { describeOracle } from './describeOracle';

// The first error of each secret case is 0, a kink of L1.
describeOracle(oracle, { kink: 0 });

test('on the numbers of the activity the misplaced absolute value is right too', () => {
  const f = oracle.items[0]?.functions[0];
  const args = oracle.items[0]?.publicCases[0] ?? [];
  expect(f?.reference(...args).data[0]).toBeCloseTo(2, 6);
  expect(f?.mistakes.find(({ id }) => id === 'fpp-4')?.of(...args).data[0]).toBeCloseTo(2, 6);
});
