import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as lossbook from '../../../lib/losses/src/index';

/** Numbers, nested, with NaN and the infinities as words. */
export type Plain = number | string | Plain[] | { [name: string]: Plain };

/** One case; `test/fixtures/metrics/make.py` tells the format. */
export interface Case {
  metric: string;
  name: string;
  args: Plain[];
  options: Record<string, Plain> | null;
  value: Plain;
}

export type Metric = (...args: unknown[]) => Plain;

const folder = join(__dirname, '../../fixtures/metrics');

export const fixtures = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({
    family: file.replace('.json', ''),
    ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as { tolerance: number; cases: Case[] }),
  }));

export const cases = fixtures.flatMap(({ family, tolerance, cases }) =>
  cases.map((c) => ({ ...c, family, tolerance, title: `${c.metric}, ${c.name}, ${JSON.stringify(c.options)}` })),
);

export function metricFunction(name: string): Metric {
  const found = (lossbook as unknown as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`lossbook has no ${name}`);
  return found as Metric;
}

export function optionsOf(c: Case): [] | [Record<string, unknown>] {
  if (!c.options) return [];
  return [Object.fromEntries(Object.entries(c.options).map(([name, value]) => [name, value === 'NaN' ? NaN : value]))];
}

/** Each number of `expected` with that of `got` in its place, and where it is. */
export function leaves(got: unknown, expected: Plain, path = ''): { path: string; got: number; expected: number }[] {
  if (typeof expected === 'object') {
    expect(Object.keys(got as object).sort()).toEqual(Object.keys(expected).sort());
    return Object.entries(expected).flatMap(([name, inner]) =>
      leaves((got as Record<string, unknown>)[name], inner, `${path}.${name}`),
    );
  }
  expect(typeof got).toBe('number');
  return [{ path, got: got as number, expected: Number(expected) }];
}
