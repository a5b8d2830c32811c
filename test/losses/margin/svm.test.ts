import { getBackend } from '@tensorflow/tfjs-core';
import { hingeLoss, svmLoss } from '../../../lib/losses/src/index';
import { onEachBackend } from '../backends';

const predictions = [0.85, 0.12, 0.08, 0.01, 0, 0, 0.23, 0, 0.4, 0.2];
const targets = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];

onEachBackend("the course's SVM loss", () => {
  test('has the printed figure, one float32 step beside it where a backend sums in another order', async () => {
    const [loss] = await svmLoss(predictions, targets).data();
    const step = 2 ** -24;
    expect(Math.abs(Number(loss) - 0.9149999618530273)).toBeLessThanOrEqual(getBackend() === 'wasm' ? 0 : step);
  });

  test('sees nothing of what targets 0 stand for, which hingeLoss refuses', async () => {
    const wrong = await svmLoss([0.85, 9, 9, 9, 9, 9, 9, 9, 9, 9], targets).data();
    expect(wrong).toEqual(await svmLoss(predictions, targets).data());
    if (getBackend() !== 'webgpu') {
      expect(() => hingeLoss(predictions, targets)).toThrow('hingeLoss: target 0 at [1] is not -1 or 1');
    }
  });
});
