import type { Tensor } from '@tensorflow/tfjs-core';
import { add, dispose, grad, grads, mod, mul, range, reshape, scalar, sum, tensor, tidy } from '@tensorflow/tfjs-core';
import type { AnyLoss } from './apply';
import { makeInput, ofFloats } from './apply';
import type { Deviation } from './deviation';
import { deviation } from './deviation';
import type { Case, Fixture } from './fixtures';
import { isLong, STRIDE } from './fixtures';

/** How far a loss is from PyTorch in one case, on the current backend. */
export interface Comparison {
  value: Deviation;
  /** One for each input that has a gradient. */
  gradients: Deviation[];
  /** Of the second derivative, where PyTorch has one. */
  second?: Deviation;
}

/** Computes a case's value, gradients and second derivative, and compares each with the fixture. */
export async function compare(loss: AnyLoss, c: Case, { relative }: Fixture): Promise<Comparison> {
  const { value, twice, gradients } = tidy(() => {
    const inputs = c.inputs.map(makeInput);
    const floats = inputs.filter(({ dtype }) => dtype === 'float32');
    const f = ofFloats(loss, c, inputs);
    const value = f(...floats);
    const dy = typeof c.upstream === 'number' ? scalar(c.upstream) : tensor(c.upstream, value.shape, 'float32');
    const gradients = grads(f)(floats, dy);
    for (const [i, { shape }] of gradients.entries()) {
      if (String(shape) !== String(floats[i]?.shape)) throw new Error(`gradient ${i} has shape [${String(shape)}]`);
    }
    return { value, twice: c.second ? second(f, floats, dy) : scalar(NaN), gradients };
  });

  const expected = c.gradients.filter((gradient) => gradient !== null);
  if (expected.length !== gradients.length) {
    throw new Error(`there are ${gradients.length} gradients, PyTorch has ${expected.length}`);
  }
  const compared: Comparison = {
    value: deviation('value', await value.data(), c.value, relative),
    gradients: [],
  };
  for (const [i, gradient] of gradients.entries()) {
    // A weight's gradient is a difference, which can cancel.
    const each = relative && i < c.inputs.length - c.tensors.length;
    const stride = isLong(c) ? STRIDE : 1;
    const numbers = (await gradient.data()).filter((_, at) => at % stride === 0);
    compared.gradients.push(deviation(`gradient ${i}`, numbers, expected[i] ?? [], each));
  }
  if (c.second) compared.second = deviation('second derivative', await twice.data(), c.second, relative);
  dispose([value, twice, ...gradients]);
  return compared;
}

/** The derivative of (v · gradient) by the first input, v being 1, 2, 3, 1, 2, 3, … */
function second(f: (...inputs: Tensor[]) => Tensor, inputs: Tensor[], dy: Tensor): Tensor {
  const [first, ...others] = inputs as [Tensor, ...Tensor[]];
  if (first.size === 0) return first;
  const direction = reshape(add(mod(range(0, first.size), 3), 1), first.shape);
  const gradient = (x: Tensor) => grad((y: Tensor) => f(y, ...others))(x, dy);
  return grad((x: Tensor) => sum(mul(gradient(x), direction)))(first);
}
