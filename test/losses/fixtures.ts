import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tensor } from '@tensorflow/tfjs-core';
import { fill, tensor } from '@tensorflow/tfjs-core';
import * as lossbook from '../../lib/losses/src/index';

type Num = number | string;

/** One input; `test/fixtures/torch/fixture.py` tells the format. */
interface Input {
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

/** A loss as the tests call it: tensors first, then the options. */
export type AnyLoss = (...args: [...Tensor[], object]) => Tensor;

const folder = join(__dirname, '../fixtures/torch');

/** The losses that have a fixture. */
export const losses = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

/** The function of `lossbook` that a fixture is for. */
export function lossFunction(name: string): AnyLoss {
  const found = (lossbook as unknown as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`lossbook has no ${name}`);
  return found as AnyLoss;
}

/** Of a long input's gradient the fixture has every element of this stride. */
export const STRIDE = 9973;

export function readFixture(loss: string): Fixture {
  return JSON.parse(readFileSync(join(folder, `${loss}.json`), 'utf8')) as Fixture;
}

/** The loss of a case, with the inputs that are options in their places. */
export function applyLoss(loss: AnyLoss, c: Case, inputs: Tensor[]): Tensor {
  const first = inputs.length - c.tensors.length;
  const tensors = Object.fromEntries(c.tensors.map((name, i) => [name, inputs[first + i]]));
  return loss(...inputs.slice(0, first), { ...optionsOf(c), ...tensors });
}

/** The loss of a case as a function of its float inputs alone; the integers stay as they are. */
export function ofFloats(loss: AnyLoss, c: Case, inputs: Tensor[]): (...floats: Tensor[]) => Tensor {
  return (...floats) => {
    const rest = [...floats];
    return applyLoss(
      loss,
      c,
      inputs.map((input) => (input.dtype === 'float32' ? (rest.shift() ?? input) : input)),
    );
  };
}

/** The options that are no tensors, with NaN and the infinities again numbers. */
export function optionsOf(c: Case): Record<string, Num> {
  const numbers = ['NaN', 'Infinity', '-Infinity'];
  return Object.fromEntries(
    Object.entries(c.options).map(([name, value]) => [name, numbers.includes(String(value)) ? Number(value) : value]),
  );
}

export function makeInput({ shape, data, fill: number, seed, dtype }: Input): Tensor {
  if (dtype) return tensor((data ?? []).map(Number), shape, dtype);
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
