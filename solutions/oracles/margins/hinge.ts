import { sigmoid, softplus } from '../classification/rows';
import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { map, mean, sum, tensor, vector } from '../numbers';
import { each, meanOf, ofWhole, publicPairs, slopeOf, slopesOf, zeroOne, type Binary, type Whole } from './binary';
import { labelledScores } from './draw';

const right: Binary = (f, y) => Math.max(0, 1 - y * f);
const slope: Binary = (f, y) => (y * f < 1 ? -y : 0);

/** Divided by how many come too near, not by how many there are. */
const overActive: Reference = (scores, labels) => {
  const [f, y] = [tensor(scores), tensor(labels).data];
  const active = f.data.filter((score, i) => slope(score, y[i] ?? NaN) !== 0).length;
  return map(f, (score, i) => slope(score, y[i] ?? NaN) / active);
};

/** mean of max(0, 1 - yf); its gradient is -y/N where yf < 1, and 0 elsewhere, at the kink too. */
export const hinge: Item = {
  id: 'hinge',
  title: { pt: 'A perda hinge e seu gradiente', es: 'La pérdida hinge y su gradiente' },
  points: { value: 2, gradient: 3, shape: 1, stability: 1, leak: 1 },
  functions: [
    {
      name: 'hinge',
      line: 'value',
      reference: meanOf(right),
      mistakes: [
        ...mistakes<Binary>(meanOf, [
          ['hin-1', 'LABEL', (f, y) => right(f, zeroOne(y))],
          ['hin-3', 'MARGIN', (f, y) => Math.max(0, -y * f)],
          ['hin-4', 'MAX0', (f, y) => 1 - y * f],
          ['hin-5', 'SIGN', (f, y) => right(f, -y)],
          ['hin-6', 'OTHER', (f, y) => right(f, y) ** 2],
          ['hin-7', 'MAX0', (f, y) => Math.abs(1 - y * f)],
          ['hin-8', 'LABEL', (f, y) => Math.max(0, y - f)],
          ['hin-9', 'LABEL', (f) => Math.max(0, 1 - f)],
          ['hin-10', 'PROB', (f, y) => right(sigmoid(f), y)],
          ['hin-11', 'PROB', (f, y) => right(2 * sigmoid(f) - 1, y)],
          ['hin-12', 'OTHER', (f, y) => Math.min(1, right(f, y))],
          ['hin-13', 'OTHER', (f, y) => (y * f <= 0 ? 1 : 0)],
          ['hin-15', 'OTHER', (f, y) => softplus(-y * f)],
          ['hin-16', 'HALF', (f, y) => right(f, y) ** 2 / 2],
          ['hin-17', 'PROB', (f, y) => right(Math.sign(f), y)],
          ['hin-18', 'MARGIN', (f, y) => Math.max(0, 0.5 - y * f)],
          ['hin-19', 'MARGIN', (f, y) => Math.max(0, 2 - y * f)],
          ['hin-20', 'LABEL', (f, y) => right(f, 2 * y - 1)],
        ]),
        ...mistakes<Whole>(ofWhole, [
          ['hin-2', 'SUM', (f, y) => sum(each(right, f, y))],
          ['hin-14', 'DIV', (f, y) => mean(each(right, f, y).filter((loss) => loss > 0))],
        ]),
      ],
    },
    {
      name: 'hingeGrad',
      line: 'gradient',
      reference: slopeOf(slope),
      mistakes: [
        { id: 'hin-g1', family: 'GRADN', of: slopesOf(slope) },
        { id: 'hin-g11', family: 'DIV', of: overActive },
        ...mistakes<Binary>(slopeOf, [
          ['hin-g2', 'GRADSIGN', (f, y) => -slope(f, y)],
          ['hin-g3', 'LABEL', (f, y) => -Math.abs(slope(f, y))],
          ['hin-g4', 'MAX0', (_f, y) => -y],
          ['hin-g5', 'MARGIN', (f, y) => (y * f < 0 ? -y : 0)],
          ['hin-g6', 'CHAIN', (f, y) => f * slope(f, y)],
          ['hin-g7', 'OTHER', (f, y) => -2 * y * right(f, y)],
          ['hin-g8', 'LABEL', (f, y) => (y === 1 ? slope(f, y) : 0)],
          ['hin-g9', 'BRANCH', (f, y) => (y * f > 1 ? -y : 0)],
          ['hin-g10', 'LABEL', (f, y) => (f < 1 ? -y : 0)],
        ]),
      ],
    },
  ],
  // The last example of the first case sits on the kink, and the second of the second.
  publicCases: [[vector(2, 0.4, -0.3, -1.5, 0.2, 1), vector(1, 1, 1, -1, -1, 1)], ...publicPairs],
  secretCases: labelledScores,
  // The kink of both labels; scores that no sigmoid and no square survives.
  extremeCases: [
    [vector(1, -1, 0.5, -0.5, 2), vector(1, -1, 1, -1, -1)],
    [vector(1e30, -1e30, 1e30), vector(1, -1, -1)],
  ],
};
