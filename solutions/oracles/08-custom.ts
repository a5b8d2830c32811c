import { chain } from './custom/chain';
import { charbonnier } from './custom/charbonnier';
import { composite } from './custom/composite';
import { deadZone } from './custom/deadZone';
import { difference } from './custom/difference';
import type { Oracle } from './format';
import { withSlopesOfMistakes } from './slopes';

/** Losses of the library that would answer an item, or a part of it. */
const losses: readonly (readonly [fn: string, type: string])[] = [
  ['mseLoss', 'MSELoss'],
  ['l1Loss', 'L1Loss'],
  ['huberLoss', 'HuberLoss'],
  ['smoothL1Loss', 'SmoothL1Loss'],
  ['logCoshLoss', 'LogCoshLoss'],
  ['quantileLoss', 'QuantileLoss'],
];

/** Lesson 08: losses of one's own, as function and class, checked, and with a gradient by hand. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '08-custom',
  forbidden: [...losses.flat().map((name) => `lossbook.${name}`), 'tf.losses', 'tf.metrics'],
  items: [charbonnier, composite, difference, chain, deadZone].map(withSlopesOfMistakes),
};
