import type { Tensor } from '@tensorflow/tfjs-core';
import { split, stack } from '@tensorflow/tfjs-core';
import { l1Penalty, l2Penalty } from 'lossbook';
import type { CurvePlot } from './plot';

const ofParameter = (label: string, penalty: (parameters: Tensor[]) => Tensor): CurvePlot => ({
  variable: 'parameter θ',
  from: -3,
  to: 3,
  by: 'θ',
  curves: [{ label, loss: (theta) => stack(split(theta, theta.size).map((one) => penalty([one]))) }],
});

export const regularisation: Readonly<Record<string, CurvePlot>> = {
  l1Penalty: ofParameter('l1Penalty', l1Penalty),
  l2Penalty: ofParameter('l2Penalty', l2Penalty),
};
