import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Num = number | string;

/** One input; `test/fixtures/torch/fixture.py` tells the format. */
export interface Input {
  shape: number[];
  data?: Num[];
  fill?: number;
  seed?: number;
  dtype?: 'int32';
}

export interface Case {
  name: string;
  inputs: Input[];
  tensors: string[];
  options: Record<string, Num>;
  upstream: number | number[];
  value: Num[];
  gradients: (Num[] | null)[];
  second?: Num[];
}

export interface Fixture {
  torch: string;
  command: string;
  loss: string;
  class: string | null;
  relative: boolean;
  tolerance: number;
  cases: Case[];
  errors: { name: string; inputs: number[][]; options: Record<string, unknown>; torch: string | null }[];
}

const folder = join(__dirname, '../../../../test/fixtures/torch');

/** The losses that have a fixture. */
export const losses: readonly string[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

export function readFixture(loss: string): Fixture {
  return JSON.parse(readFileSync(join(folder, `${loss}.json`), 'utf8')) as Fixture;
}

/** Of a long input's gradient the fixture has every element of this stride. */
export const STRIDE = 9973;

/** Whether the inputs are so long that the fixture has a rule for them instead of their numbers. */
export function isLong({ inputs: [input] }: Case): boolean {
  return input?.data === undefined;
}

/** How far a case may be from PyTorch: a sum of very many numbers farther. */
export function toleranceOf(c: Case, { tolerance }: Fixture): number {
  return isLong(c) ? Math.max(1e-5, tolerance) : tolerance;
}
