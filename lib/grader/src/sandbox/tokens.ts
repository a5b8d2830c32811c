import { randomBytes } from 'node:crypto';
import { tokenBytes, tokenCount } from './requests';

/** The tokens of one worker, each good for one answer. */
export class Tokens {
  readonly bytes = randomBytes(tokenCount * tokenBytes);
  private used = 0;

  /** Whether an answer bears the token that is due. */
  isNext(token: unknown): boolean {
    const due = this.bytes.subarray(tokenBytes * this.used, tokenBytes * ++this.used);
    return due.length === tokenBytes && token === due.toString('hex');
  }
}
