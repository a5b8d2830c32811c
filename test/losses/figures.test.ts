import type { Tensor } from '@tensorflow/tfjs-core';
import { add, tensor1d } from '@tensorflow/tfjs-core';
import { l1Loss, mbeLoss, mseLoss } from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

/** The first lesson's numbers, which its readers see printed. */
onEachBackend("the first lesson's figures", () => {
  const tensors = () =>
    [tensor1d([1, 2, 3, 4]), tensor1d([0.5, 1.5, 2.5, 3.5]), tensor1d([0.8, 1.7, 2.9, 3.8])] as const;

  test('MSE', async () => {
    const [output1, output2, target] = tensors();
    expect((await add(mseLoss(output1, target), mseLoss(output2, target)).data())[0]).toBe(0.14000000059604645);
  });

  test('L1', async () => {
    const [output1, output2, target] = tensors();
    expect((await add(l1Loss(output1, target), l1Loss(output2, target)).data())[0]).toBe(0.5);
  });

  test('MBE', async () => {
    const [output1, output2, target] = tensors();
    const bias = async (output: Tensor) => Number((await mbeLoss(output, target).data())[0]);
    expect(((await bias(output1)) + (await bias(output2))) / 2).toBe(-0.05000001937150955);
  });
});
