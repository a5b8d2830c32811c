import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { fill, tensor } from '@tensorflow/tfjs-core';

type Num = number | string;

/** One input; `test/fixtures/torch/make.py` tells the format. */
interface Input {
  shape: number[];
  data?: Num[];
  fill?: number;
  seed?: number;
}

export interface Case {
  name: string;
  inputs: Input[];
  tensors: string[];
  options: Record<string, Num>;
  upstream: number | number[];
  value: Num[];
  gradients: Num[][];
  second?: Num[];
}

export interface Fixture {
  torch: string;
  command: string;
  cases: Case[];
  errors: { name: string; inputs: number[][]; options: Record<string, unknown>; torch: string | null }[];
}

/** Of a long input's gradient the fixture has every element of this stride. */
export const STRIDE = 9973;

export function readFixture(loss: string): Fixture {
  const file = join(__dirname, `../fixtures/torch/${loss}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Fixture;
}

export function makeInput({ shape, data, fill: number, seed }: Input): Tensor {
  if (seed !== undefined) return tensor(noise(shape, seed), shape, 'float32');
  if (number !== undefined) return fill(shape, number, 'float32');
  return tensor((data ?? []).map(Number), shape, 'float32');
}

export function isLong({ inputs: [input] }: Case): boolean {
  return input?.data === undefined;
}

/** The same numbers as `noise` of make.py. */
function noise(shape: number[], seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, () => {
    state = (state * 48271) % 2147483647;
    return ((state % 65536) - 32768) / 4096;
  });
}
