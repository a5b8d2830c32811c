import type { Pair } from '../course/pair';
import { syncCode } from './code';
import { syncOrder } from './order';
import { together, type Outcome } from './outcome';
import { acceptProse, staleProse, type Accepted } from './prose';

/** Brings the two notebooks of a lesson into step, in memory: cells, code, and the record of what prose is up to date. */
export function syncPair(pair: Pair, accepted: Accepted = new Set()): Outcome {
  const order = syncOrder(pair);
  const code = syncCode(pair);
  acceptProse(pair, accepted);
  return together([order, code, { done: [], problems: staleProse(pair, 'sync') }]);
}
