import { gunzipSync, gzipSync } from 'node:zlib';

/** What a message may measure, unpacked: a notebook's code and its cases have 0.1 MB, a result about as much. */
export const largestMessage = 32 * 2 ** 20;

/** A message is larger than the queue takes. */
export class TooLarge extends Error {
  constructor(bytes: number) {
    super(`${Math.ceil(bytes / 2 ** 20)} MiB are more than the queue takes (${largestMessage / 2 ** 20}).`);
  }
}

/**
 * A value as it travels through Redis: JSON, gzip, base64, since BullMQ keeps texts.
 * @throws TooLarge
 */
export function pack(value: unknown): string {
  const json = Buffer.from(JSON.stringify(value));
  if (json.length > largestMessage) throw new TooLarge(json.length);
  return gzipSync(json, { level: 4 }).toString('base64');
}

/**
 * The value of a message; what it is has to be checked by whom it concerns.
 * @throws Error if it is none, or unpacks to more than is allowed
 */
export function unpack(message: unknown): unknown {
  if (typeof message !== 'string') throw new Error('The message is no text.');
  return JSON.parse(gunzipSync(Buffer.from(message, 'base64'), { maxOutputLength: largestMessage }).toString('utf8'));
}
