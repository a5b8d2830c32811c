import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/**
 * A short fingerprint of some files and words.
 *
 * @param {string[]} files
 * @param {string[]} words
 */
export function fingerprint(files, words = []) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  for (const word of words) hash.update(word);
  return hash.digest('hex').slice(0, 16);
}

/**
 * Whether the stamp file holds this fingerprint.
 *
 * @param {string} file
 * @param {string} value
 */
export const isStamped = (file, value) => existsSync(file) && readFileSync(file, 'utf8') === value;

/** @param {string} file @param {string} value */
export const stamp = (file, value) => writeFileSync(file, value);
