// One backend in its own process: answers {"job"} with {"ms"}, the time of value and gradient, and {} where the loss is not there.
import { createInterface } from 'node:readline';
import '@tensorflow/tfjs';
import * as tf from '@tensorflow/tfjs-core';
import * as lossbook from 'lossbook';
import type { Inputs, Job } from './job';

/** Long enough for the clock, short enough for many rounds. */
const SAMPLE_MS = 20;

function make(inputs: Inputs, shape: number[]): tf.Tensor[] {
  const [rows = 1, columns = 1] = shape;
  const size = shape.reduce((a, b) => a * b, 1);
  const normal = (seed: number): tf.Tensor => tf.randomNormal(shape, 0, 1, 'float32', seed);
  const signs = (length: number): tf.Tensor => tf.tensor1d(Float32Array.from({ length }, (_, i) => (i % 3 ? 1 : -1)));
  const bits = (): tf.Tensor =>
    tf.tensor(
      Float32Array.from({ length: size }, (_, i) => +(i % 3 === 0)),
      shape,
    );
  const classes = (): tf.Tensor =>
    tf.tensor1d(
      Int32Array.from({ length: rows }, (_, i) => (i * 7) % columns),
      'int32',
    );
  switch (inputs) {
    case 'pair':
    case 'rowPair':
      return [normal(1), normal(2)];
    case 'pairVariance':
      return [normal(1), normal(2), tf.add(tf.abs(normal(3)), 0.5)];
    case 'meanLogVariance':
      return [normal(1), tf.randomNormal([rows], 0, 1, 'float32', 2)];
    case 'counts':
      return [normal(1), tf.floor(tf.mul(tf.abs(normal(2)), 4))];
    case 'signs':
      return [normal(1), signs(size)];
    case 'pairSigns':
      return [normal(1), normal(2), signs(size)];
    case 'rowsSigns':
      return [normal(1), normal(2), signs(rows)];
    case 'triplet':
      return [normal(1), normal(2), normal(3)];
    case 'classes':
      return [normal(1), classes()];
    case 'logClasses':
      return [tf.logSoftmax(normal(1)), classes()];
    case 'labels':
      return [normal(1), bits()];
    case 'probabilityLabels':
      return [tf.sigmoid(normal(1)), bits()];
    case 'logProbabilities':
      return [tf.logSoftmax(normal(1)), tf.softmax(normal(2))];
  }
}

type Loss = (...tensors: tf.Tensor[]) => tf.Scalar;

const made = new Map<string, tf.Tensor[]>();

async function time({ loss: name, inputs, shape }: Job): Promise<number | undefined> {
  const loss = (lossbook as unknown as Record<string, Loss | undefined>)[name];
  if (!loss) return undefined;
  const key = `${inputs} ${String(shape)}`;
  const [first, ...others] = made.get(key) ?? make(inputs, [...shape]);
  if (!first) return undefined;
  made.set(key, [first, ...others]);
  const both = tf.valueAndGrad((x: tf.Tensor) => loss(x, ...others));
  const once = async (): Promise<void> => {
    const { value, grad } = both(first);
    await Promise.all([value.data(), grad.data()]);
    tf.dispose([value, grad]);
  };
  await once();
  const started = performance.now();
  let runs = 0;
  while (performance.now() - started < SAMPLE_MS) {
    await once();
    runs++;
  }
  return (performance.now() - started) / runs;
}

async function main(): Promise<void> {
  await lossbook.ready(process.argv[2]);
  for await (const line of createInterface({ input: process.stdin })) {
    const ms = await time(JSON.parse(line) as Job);
    process.stdout.write(`${JSON.stringify({ ms })}\n`);
  }
}

void main();
