import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from './fixtures';

const source = join(__dirname, '../../../lib/losses/src/metrics');

test.each([...new Set(cases.map(({ metric }) => metric))])(
  '%s says what it equals, where it differs and where it is from',
  (metric) => {
    const text = readFileSync(join(source, `${metric}.ts`), 'utf8');
    expect([/Same as .*`/.test(text), /Differs:/.test(text), /https:\/\//.test(text)]).toEqual([true, true, true]);
    expect(/@param[^]*@returns[^]*@throws[^]*@example/.test(text)).toBe(true);
  },
);
