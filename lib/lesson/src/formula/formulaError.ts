import { say } from '../language';
import type { Words } from '../language';

/** A formula that cannot be read or has no derivative; the message says where and what to do, in the notebook's language. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';

  constructor(formula: string, words: Words) {
    super(`${formula}: ${say(words)}`);
  }
}
