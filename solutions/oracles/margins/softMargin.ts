import { sigmoid, softplus } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Item } from '../format';
import { mean, sum, vector } from '../numbers';
import { each, meanOf, ofWhole, publicPairs, slopeOf, slopesOf, zeroOne, type Binary, type Whole } from './binary';
import { labelledScores } from './draw';

const right: Binary = (f, y) => softplus(-y * f);
const slope: Binary = (f, y) => -y * sigmoid(-y * f);

/** mean of log(1 + exp(-yf)); its gradient is -yσ(-yf)/N. */
export const softMargin: Item = {
  id: 'softMargin',
  title: { pt: 'A margem suave e seu gradiente', es: 'El margen suave y su gradiente' },
  points: { value: 2, gradient: 3, shape: 1, stability: 2, leak: 1 },
  functions: [
    {
      name: 'softMargin',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Binary>(meanOf, [
          ['sof-1', 'SIGN', (f, y) => right(f, -y)],
          ['sof-2', 'LABEL', (f, y) => right(f, zeroOne(y))],
          ['sof-3', 'LOGBASE', (f, y) => right(f, y) / Math.LN2],
          ['sof-4', 'NOLOG', (f, y) => Math.exp(-y * f)],
          ['sof-5', 'TERM', (f, y) => -y * f],
          ['sof-6', 'NOLOG', (f, y) => sigmoid(y * f)],
          ['sof-8', 'OTHER', (f, y) => Math.max(0, 1 - y * f)],
          ['sof-9', 'MARGIN', (f, y) => softplus(1 - y * f)],
          ['sof-10', 'REWRITE', (f) => softplus(-Math.abs(f))],
          ['sof-12', 'LABEL', (f, y) => softplus(f) - y * f],
          ['sof-13', 'REWRITE', (f, y) => Math.max(0, -y * f) + softplus(-y * f)],
          ['sof-14', 'REWRITE', (f, y) => Math.max(0, -y * f) + softplus(Math.abs(f))],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['sof-7', 'SUM', (f, y) => sum(each(right, f, y))],
          ['sof-11', 'ORDER', (f, y) => Math.log1p(mean(each((fi, yi) => Math.exp(-yi * fi), f, y)))],
        ]),
      ],
    },
    {
      name: 'softMarginGrad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        { id: 'sof-g1', family: 'GRADN', of: slopesOf(slope) },
        ...mistakes<Binary>(slopeOf, [
          ['sof-g2', 'SIGN', (f, y) => -y * sigmoid(y * f)],
          ['sof-g3', 'LABEL', (f, y) => sigmoid(f) - y],
          ['sof-g4', 'CHAIN', (f, y) => -sigmoid(-y * f)],
          ['sof-g5', 'GRADSIGN', (f, y) => -slope(f, y)],
          ['sof-g6', 'CHAIN', (f, y) => -y * Math.exp(-y * f)],
          ['sof-g7', 'CHAIN', (f, y) => f * slope(f, y)],
          ['sof-g8', 'CHAIN', (f, y) => slope(f, y) * sigmoid(y * f)],
        ]),
      ],
    },
  ],
  publicCases: [[vector(2, 0.4, -0.3, 1, -1.5, 0.2), vector(1, 1, 1, 1, -1, -1)], ...publicPairs],
  secretCases: labelledScores,
  // Beyond the reach of exp on both sides, where exp(-yf) is infinite and its quotients NaN.
  extremeCases: [
    [vector(200, -150, 0.5), vector(-1, 1, 1)],
    [vector(1000, -1000, -1), vector(1, -1, 1)],
    [vector(-3e5, 2), vector(1, 1)],
  ],
};
