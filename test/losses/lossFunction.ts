import * as lossbook from '../../lib/losses/src/index';
import type { AnyLoss } from '../../lib/reference/src/parity/apply';

/** The function of `lossbook` that a fixture is for. */
export function lossFunction(name: string): AnyLoss {
  const found = (lossbook as unknown as Record<string, unknown>)[name];
  if (typeof found !== 'function') throw new Error(`lossbook has no ${name}`);
  return found as AnyLoss;
}
