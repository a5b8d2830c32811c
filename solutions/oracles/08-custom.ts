import { chain } from './custom/chain';
import { charbonnier } from './custom/charbonnier';
import { composite } from './custom/composite';
import { deadZone } from './custom/deadZone';
import { difference } from './custom/difference';
import type { Oracle } from './format';
import { withSlopesOfMistakes } from './slopes';

/** Lesson 08: losses of one's own, as function and class, checked, and with a gradient by hand. A written item is marked by hand. */
export const oracle: Oracle = {
  exercise: '08-custom',
  forbidden: ['lossbook.losses', 'tf.losses', 'tf.metrics'],
  items: [charbonnier, composite, difference, chain, deadZone].map(withSlopesOfMistakes),
};
