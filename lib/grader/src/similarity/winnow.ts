import type { Token } from './tokens';

/**
 * Winnowing, as in Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document Fingerprinting" (SIGMOD 2003), the
 * paper of MOSS. The noise threshold k: what is shorter than so many tokens never matches. The guarantee threshold is
 * t = w + k - 1: of what is as long, at least one fingerprint matches. An answer here is a line or ten; a call such as
 * `tf.mean(tf.square(tf.sub(a, b)))` has 18 tokens, a loop over an array about 20.
 */
export const gramLength = 12;
export const windowLength = 5;

/** A k-gram that was chosen: what it is, and where it stands. */
export interface Fingerprint {
  readonly hash: number;
  /** The lines of its first and last token, from 0. */
  readonly from: number;
  readonly to: number;
}

/** The hashes of all k-grams. */
export function gramHashes(tokens: readonly Token[]): number[] {
  const words = tokens.map(({ text }) => hashOf(text));
  const hashes: number[] = [];
  for (let start = 0; start + gramLength <= words.length; start++) {
    let [high, low] = [0x811c9dc5, 0x9747b28c];
    for (let i = start; i < start + gramLength; i++) {
      const word = words[i] ?? 0;
      high = Math.imul(high ^ word, 0x01000193);
      low = Math.imul(low ^ word, 0x5bd1e995) ^ (low >>> 15);
    }
    // 53 bits: with 32 a large class would see strangers meet.
    hashes.push((high >>> 0) * 2 ** 21 + (low >>> 11));
  }
  return hashes;
}

/** Of every window of w k-grams the least, the last of equals: a set that equal passages share wherever they stand. */
export function fingerprintsOf(tokens: readonly Token[]): Fingerprint[] {
  const hashes = gramHashes(tokens);
  const chosen = new Set<number>();
  const windows = Math.max(hashes.length === 0 ? 0 : 1, hashes.length - windowLength + 1);
  for (let start = 0; start < windows; start++) {
    let least = start;
    for (let i = start; i < Math.min(start + windowLength, hashes.length); i++) {
      if ((hashes[i] ?? 0) <= (hashes[least] ?? 0)) least = i;
    }
    chosen.add(least);
  }
  return [...chosen].map((start) => ({
    hash: hashes[start] ?? 0,
    from: tokens[start]?.line ?? 0,
    to: tokens[start + gramLength - 1]?.line ?? 0,
  }));
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
