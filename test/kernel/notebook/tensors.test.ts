import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { inspect } from 'node:util';
import { toBundle } from '../../../lib/kernel/src/notebook/display/bundle';
import { printTensors } from '../../../lib/kernel/src/notebook/display/print-tensors';

interface Case {
  readonly dtype: 'float32' | 'int32';
  readonly shape: number[];
  readonly values: readonly (number | string)[];
  readonly text: string;
}

const cases = JSON.parse(readFileSync(join(__dirname, '../../fixtures/prints/torch.json'), 'utf8')) as Record<
  string,
  Case
>;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

async function shown(value: unknown): Promise<unknown> {
  return (await toBundle(value))['text/plain'];
}

test.each(Object.entries(cases))('%s, as PyTorch prints it', async (_, { dtype, shape, values, text }) => {
  const numbers = values.map((value) => (typeof value === 'string' ? Number(value.replace('inf', 'Infinity')) : value));
  const tensor = tf.tensor(numbers, shape, dtype);
  expect(await shown(tensor)).toBe(text.replace(/\)$/, `, shape=[${shape.join(', ')}], dtype=${dtype})`));
});

test('other dtypes', async () => {
  expect(await shown(tf.tensor([true, false], [2], 'bool'))).toBe('tensor([ true, false], shape=[2], dtype=bool)');
  expect(await shown(tf.tensor(['a', 'é"'], [2], 'string'))).toBe('tensor(["a", "é\\""], shape=[2], dtype=string)');
  expect(await shown(tf.complex([1, 0.5], [-2, 10]))).toBe(
    'tensor([1.0000- 2.j, 0.5000+10.j], shape=[2], dtype=complex64)',
  );
  expect(await shown(tf.zeros([2, 0]))).toBe('tensor([], shape=[2, 0], dtype=float32)');
});

test('variables too; nothing is disposed, and no tensor made', async () => {
  const variable = tf.variable(tf.tensor([1, 2]));
  const { numTensors } = tf.memory();
  expect(await shown(variable)).toBe('tensor([1., 2.], shape=[2], dtype=float32)');
  expect(tf.memory().numTensors).toBe(numTensors);
  expect(variable.isDisposed).toBe(false);
});

test('a disposed tensor says so', async () => {
  const tensor = tf.tensor([1]);
  tensor.dispose();
  expect(await shown(tensor)).toBe('tensor(disposed, shape=[1], dtype=float32)');
});

test('what can be read only asynchronously is', async () => {
  const tensor = {
    shape: [2],
    dtype: 'float32',
    size: 2,
    isDisposed: false,
    dataSync() {
      throw new Error('WebGPU readSync is only available for CPU-resident tensors');
    },
    data: () => Promise.resolve(new Float32Array([1, 2])),
  };
  expect(await shown(tensor)).toBe('tensor([1., 2.], shape=[2], dtype=float32)');
});

test('console.log prints them so too, in arrays and objects as well', () => {
  printTensors();
  expect(inspect(tf.tensor([1, 2]))).toBe('tensor([1., 2.], shape=[2], dtype=float32)');
  expect(inspect({ loss: tf.variable(tf.scalar(3, 'int32')) })).toBe('{ loss: tensor(3, shape=[], dtype=int32) }');
  expect(inspect([tf.zeros([2, 2])])).toBe(
    '[\n  tensor([[0., 0.],\n          [0., 0.]], shape=[2, 2], dtype=float32)\n]',
  );
  const gone = tf.tensor([1]);
  gone.dispose();
  expect(inspect(gone)).toBe('tensor(disposed, shape=[1], dtype=float32)');
  expect(() => inspect(tf.Tensor.prototype)).not.toThrow();
});
