import { createHash } from 'node:crypto';

/** The first 12 hex digits of the SHA-256 of a text: the hash of `metadata.lossbook`. */
export function hash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12);
}
