import {
  HuberLoss,
  huberLoss,
  L1Loss,
  l1Loss,
  MBELoss,
  mbeLoss,
  MSELoss,
  mseLoss,
  SmoothL1Loss,
  smoothL1Loss,
} from '../../lib/losses/src/index';
import { onEachBackend } from './backends';

const input = [1, -4, 2.5];
const target = [0, 2, 2];

onEachBackend('classes', () => {
  test.each([
    ['MSELoss', () => new MSELoss().call(input, target), () => mseLoss(input, target)],
    [
      'MSELoss with options',
      () => new MSELoss({ reduction: 'sum', weight: [1, 2, 3] }).call(input, target),
      () => mseLoss(input, target, { reduction: 'sum', weight: [1, 2, 3] }),
    ],
    [
      'L1Loss',
      () => new L1Loss({ reduction: 'none' }).call(input, target),
      () => l1Loss(input, target, { reduction: 'none' }),
    ],
    [
      'MBELoss',
      () => new MBELoss({ reduction: 'sum' }).call(input, target),
      () => mbeLoss(input, target, { reduction: 'sum' }),
    ],
    [
      'SmoothL1Loss',
      () => new SmoothL1Loss({ beta: 0.5 }).call(input, target),
      () => smoothL1Loss(input, target, { beta: 0.5 }),
    ],
    ['HuberLoss', () => new HuberLoss({ delta: 2 }).call(input, target), () => huberLoss(input, target, { delta: 2 })],
  ])('%s gives what the function gives', (_name, byClass, byFunction) => {
    expect(byClass().arraySync()).toEqual(byFunction().arraySync());
  });

  test('options that change later change nothing', () => {
    const options = { delta: 1 };
    const loss = new HuberLoss(options);
    options.delta = 100;
    expect(loss.call([3], [0]).arraySync()).toBe(2.5);
  });
});
