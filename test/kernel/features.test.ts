import { readResults } from '../../lib/bench/src/kernel/features/results';
import { readTables, tables } from '../../lib/bench/src/kernel/features/table';

// That the tests of the table passed in this run too is seen at the end of `npm test`.
test('the tables of docs/kernel.md are those of docs/kernel-features.json', () => {
  expect(readTables()).toBe(tables(readResults()));
});

test('ours passed every test', () => {
  const results = readResults();
  const verdicts = Object.values(results.lossbook ?? {}).flatMap((tests) => Object.entries(tests));
  expect(verdicts.length).toBeGreaterThan(300);
  expect(verdicts.filter(([, verdict]) => verdict !== 'passed')).toEqual([]);
});
