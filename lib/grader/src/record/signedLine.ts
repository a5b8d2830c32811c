import { createHash } from 'node:crypto';
import type { SigningKey } from './signingKey';

/**
 * A line of `records.jsonl` is JSON whose last two fields are `previous`, the SHA-256 of the line before, and `signature`, by
 * Ed25519 of the line without that field. So no line can be changed, left out or moved unnoticed, but for the last ones.
 */
export function signedLine(record: object, previous: string | null, key: SigningKey): string {
  const text = JSON.stringify({ ...record, previous });
  return `${text.slice(0, -1)},"signature":"${key.sign(text)}"}`;
}

/** The signed text of a line and its signature; undefined for a line that has none. */
export function splitLine(line: string): { readonly text: string; readonly signature: string } | undefined {
  const [end, signature = ''] = /,"signature":"([A-Za-z0-9+/]+={0,2})"\}$/.exec(line) ?? [];
  return end === undefined ? undefined : { text: `${line.slice(0, -end.length)}}`, signature };
}

export function hashOfLine(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}
