import type { KernelFunc, Tensor, TensorInfo } from '@tensorflow/tfjs-core';
import {
  grad,
  grads,
  memory,
  mul,
  profile,
  registerKernel,
  sum,
  tensor1d,
  tidy,
  unregisterKernel,
  valueAndGrads,
} from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs';
import { huberLoss, ready } from '../../../lib/losses/src/index';
import type { Reduction } from '../../../lib/losses/src/index';

const KERNEL = 'lossbook/huberLoss';

/** Of the CPU backend what a kernel needs. */
interface Memory {
  data: { get: (data: object) => { values: Float32Array } };
  makeTensorInfo: (shape: number[], dtype: 'float32', values: Float32Array) => TensorInfo;
}

/** The Huber loss and its gradients by the first `count` of input and target, in one pass. */
const fused =
  (count: number): KernelFunc =>
  ({ inputs, attrs, backend }) => {
    const { data, makeTensorInfo } = bound(backend as Memory);
    const { input, target } = inputs as Record<'input' | 'target', TensorInfo>;
    const { delta, reduction } = attrs as unknown as { delta: number; reduction: Reduction };
    const [x, t] = [data(input), data(target)];
    const share = reduction === 'mean' ? 1 / x.length : 1;
    const slopes = x.map((number, i) => share * Math.max(-delta, Math.min(delta, number - (t[i] ?? NaN))));
    const each = x.map((number, i) => (slopes[i] ?? NaN) * (number - (t[i] ?? NaN) - (slopes[i] ?? NaN) / share / 2));
    if (reduction === 'none') return makeTensorInfo(input.shape, each);
    const loss = makeTensorInfo([], Float32Array.of(each.reduce((all, one) => all + one, 0)));
    const gradients = [slopes, slopes.map((slope) => -slope)].slice(0, count);
    return [loss, ...gradients.map((gradient) => makeTensorInfo(input.shape, gradient))];
  };

function bound(backend: Memory) {
  return {
    data: ({ dataId }: TensorInfo) => backend.data.get(dataId).values,
    makeTensorInfo: (shape: number[], values: Float32Array) => backend.makeTensorInfo(shape, 'float32', values),
  };
}

/** What a run gives without the kernel and with it, and the kernels of the latter; a gradient by hand has no name there. */
async function bothWays(run: () => Tensor[], count = 2) {
  const composed = run().map((x) => Array.from(x.dataSync()));
  registerKernel({ kernelName: KERNEL, backendName: 'cpu', kernelFunc: fused(count) });
  try {
    let results: Tensor[] = [];
    const { kernelNames } = await profile(() => {
      results = run();
      return results[0];
    });
    return {
      composed,
      fused: results.map((x) => Array.from(x.dataSync())),
      kernels: kernelNames.filter((name) => name !== 'unnamed scope'),
    };
  } finally {
    unregisterKernel(KERNEL, 'cpu');
  }
}

describe('a kernel of a loss', () => {
  beforeAll(() => ready('cpu'));

  const input = () => tensor1d([-4, -1, 0, 0.5, 1.5, 3]);
  const target = () => tensor1d([0, 0.5, 0, 0.25, 0, 0]);
  const loss = (reduction: Reduction) => (x: Tensor, t: Tensor) => huberLoss(x, t, { delta: 1.25, reduction });
  const close = (numbers: number[][]) => numbers.map((row) => row.map((number): unknown => expect.closeTo(number, 6)));

  test.each(['mean', 'sum'] as const)('computes value and gradients at once, %s', async (reduction) => {
    const run = () => {
      const { value, grads } = valueAndGrads((x, t) => mul(loss(reduction)(x, t), 3))([input(), target()]);
      return [value, ...grads];
    };
    const { composed, fused, kernels } = await bothWays(run);
    expect(fused).toEqual(close(composed));
    expect(new Set(kernels)).toEqual(new Set([KERNEL, 'Cast', 'Identity', 'Multiply']));
    expect(kernels.filter((name) => name === KERNEL)).toHaveLength(1);
  });

  test.each(['none', 'mean', 'sum'] as const)('computes the value alone, %s', async (reduction) => {
    const { composed, fused, kernels } = await bothWays(() => [loss(reduction)(input(), target())]);
    expect(fused).toEqual(close(composed));
    expect(kernels).toEqual([KERNEL]);
  });

  test('leaves the gradient of losses that are not reduced to the composed loss', async () => {
    const run = () => grads(loss('none'))([input(), target()], tensor1d([1, 2, 3, 4, 5, 6]));
    const { composed, fused, kernels } = await bothWays(run);
    expect(fused).toEqual(composed);
    expect(kernels).not.toContain(KERNEL);
  });

  test.each([1, 2])('has right second derivatives, where it has %p gradients', async (count) => {
    const direction = () => tensor1d([1, 2, 3, 1, 2, 3]);
    const pull = (x: Tensor, t: Tensor) => sum(mul(grad((y: Tensor) => loss('mean')(y, t))(x), direction()));
    const { composed, fused, kernels } = await bothWays(() => grads(pull)([input(), target()]), count);
    expect(composed[0]).toEqual([0, 0, 3, 1, 0, 0].map((number): unknown => expect.closeTo(number / 6, 6)));
    expect(fused).toEqual(composed);
    expect(kernels).toContain(KERNEL);
  });

  test('has right second derivatives of a loss that was computed before its gradient', async () => {
    const run = () => {
      const t = target();
      const both = (x: Tensor) => {
        const value = loss('mean')(x, t);
        return mul(value, sum(grad(() => value)(x)));
      };
      return [grad(both)(input())];
    };
    const { composed, fused } = await bothWays(run);
    expect(fused).toEqual(close(composed));
  });

  test('has no gradient by what it gives none', async () => {
    const run = () => [grad((t: Tensor) => loss('mean')(input(), t))(target())];
    await expect(bothWays(run, 1)).rejects.toThrow('gradient');
  });

  test('is not asked after it is taken away', async () => {
    await bothWays(() => [loss('mean')(input(), target())]);
    const { kernelNames } = await profile(() => loss('mean')(input(), target()));
    expect(kernelNames).not.toContain(KERNEL);
  });

  test('leaves no tensor', async () => {
    const [x, t] = [input(), target()];
    const left = (run: () => unknown) => {
      const before = memory().numTensors;
      run();
      return memory().numTensors - before;
    };
    await bothWays(() => {
      expect(left(() => loss('mean')(x, t))).toBe(1);
      expect(left(() => loss('none')(x, t))).toBe(1);
      expect(left(() => tidy(() => loss('sum')(x, t).size))).toBe(0);
      expect(left(() => grads(loss('mean'))([x, t]))).toBe(2);
      expect(left(() => grad((y: Tensor) => sum(grad((z: Tensor) => loss('mean')(z, t))(y)))(x))).toBe(1);
      return [x];
    });
  });
});
