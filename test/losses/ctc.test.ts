import { grad, logSoftmax, memory, tensor1d, tensor2d, tensor3d } from '@tensorflow/tfjs-core';
import type { Tensor } from '@tensorflow/tfjs-core';
import { CTCLoss, ctcLoss } from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

const T = 5;
const C = 3;
const lengths = { inputLengths: [T], targetLengths: [2] };
const logits = () =>
  tensor3d(
    Array.from({ length: T * C }, (_, i) => Math.sin(3 * i)),
    [T, 1, C],
  );

/** Minus the logarithm of the summed probability of all `C ** T` alignments that spell the target. */
function byEnumeration(logProbs: Float32Array, target: string): number {
  let sum = 0;
  for (let code = 0; code < C ** T; code++) {
    const alignment = Array.from({ length: T }, (_, t) => Math.floor(code / C ** t) % C);
    const spelt = alignment.filter((c, t) => c !== 0 && c !== alignment[t - 1]).join('');
    if (spelt === target) {
      sum += Math.exp(alignment.reduce((p, c, t) => p + (logProbs[t * C + c] ?? NaN), 0));
    }
  }
  return -Math.log(sum);
}

onEachBackend('ctcLoss', (backend) => {
  // PyTorch is not asked: it writes outside of its memory, or counts a blank.
  test.each([
    ['a label C', [[1, 3]], 'ctcLoss: target 3 at [0,1] is not in 0…2'],
    ['a label below 0', [[-1, 1]], 'ctcLoss: target -1 at [0,0] is not in 0…2'],
    ['a label between classes', [[1, 1.5]], 'ctcLoss: target 1.5 at [0,1] is not in 0…2'],
    ['a label below 0, in a row', [1, -1], 'ctcLoss: target -1 at [1] is not in 0…2'],
    ['a blank', [[2, 0]], 'ctcLoss: target 0 at [0,1] is the blank, which stands for no label'],
  ])('%s is refused', (_name, targets, message) => {
    const x = logits();
    const before = memory().numTensors;
    expect(() => ctcLoss(x, targets, lengths)).toThrow(new RangeError(message));
    expect(memory().numTensors).toBe(before);
  });

  test('lengths are required', () => {
    expect(() => ctcLoss(logits(), [[1, 2]])).toThrow(
      new TypeError('ctcLoss: the option inputLengths is missing; it has no default'),
    );
  });

  test('labels and lengths as tensors of either type, arrays and numbers are the same', async () => {
    const x = logits();
    const [expected] = await ctcLoss(x, [[1, 2]], lengths).data();
    const others = [
      ctcLoss(x, tensor2d([[1, 2]], [1, 2], 'int32'), lengths),
      ctcLoss(x, tensor2d([[1, 2]], [1, 2], 'float32'), lengths),
      ctcLoss(x, [1, 2], { inputLengths: tensor1d([T], 'int32'), targetLengths: new Int32Array([2]) }),
      ctcLoss(x.reshape([T, C]), [1, 2], { inputLengths: T, targetLengths: 2 }),
      new CTCLoss().call(x, [[1, 2]], [T], [2]),
      new CTCLoss({ ...lengths, inputLengths: [1] }).call(x, [[1, 2]], [T]),
    ];
    for (const loss of others) expect((await loss.data())[0]).toBe(expected);
  });

  test.each(['12', '11', '1', '2121', ''])('the target %j costs what all its alignments do', async (target) => {
    const x = logits();
    const labels = target.split('').map(Number);
    const loss = ctcLoss(x, labels, { inputLengths: [T], targetLengths: [labels.length], reduction: 'sum' });
    const [value = NaN] = await loss.data();
    expect(value).toBeCloseTo(byEnumeration((await x.data()) as Float32Array, target), 5);
  });

  // What WebGPU has computed it cannot hand over.
  (backend === 'webgpu' ? test.skip : test)('after a logSoftmax the gradient is the derivative', async () => {
    const loss = (x: Tensor) => ctcLoss(logSoftmax(x), [[1, 2]], lengths);
    const x = (await logits().data()) as Float32Array;
    const gradient = await grad(loss)(logits()).data();
    const step = 0.01;
    for (let i = 0; i < x.length; i++) {
      const [above, below] = [step, -step].map((h) =>
        Number(
          loss(
            tensor3d(
              x.map((v, j) => (i === j ? v + h : v)),
              [T, 1, C],
            ),
          ).dataSync()[0],
        ),
      );
      expect(gradient[i]).toBeCloseTo((Number(above) - Number(below)) / (2 * step), 3);
    }
  });
});
