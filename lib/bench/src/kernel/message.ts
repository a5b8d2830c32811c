import { createHmac, randomUUID } from 'node:crypto';

/** What a kernel sends, as far as tests and benchmarks look at it. */
export interface Message {
  readonly type: string;
  /** The id of the request that it belongs to. */
  readonly parent: string;
  readonly content: Record<string, unknown>;
  readonly metadata: Record<string, unknown>;
  readonly buffers: readonly Buffer[];
}

const DELIMITER = '<IDS|MSG>';

/** The frames of a request, signed. */
export function frames(
  request: {
    readonly type: string;
    readonly content: object;
    readonly id?: string;
    readonly buffers?: readonly Buffer[] | undefined;
  },
  key: string,
): (string | Buffer)[] {
  const { type, content, id = randomUUID(), buffers = [] } = request;
  const header = { msg_id: id, msg_type: type, session: 's', username: 'u', version: '5.3', date: new Date() };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return [DELIMITER, sign(parts, key), ...parts, ...buffers];
}

/** The signature of a message's four parts. */
export function sign(parts: readonly string[], key: string): string {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
}

/** @throws Error for frames that are not a message, or not signed with the key */
export function parseFrames(received: readonly Buffer[], key: string): Message {
  const start = received.findIndex((frame) => frame.equals(Buffer.from(DELIMITER))) + 1;
  const [signature, ...parts] = received.slice(start, start + 5).map((frame) => frame.toString());
  if (start === 0 || parts.length !== 4 || signature !== sign(parts, key)) throw new Error('not a signed message');
  const [header, parent, metadata, content] = parts.map((text) => JSON.parse(text) as Record<string, unknown>);
  return {
    type: String(header?.msg_type),
    parent: String(parent?.msg_id),
    content: content ?? {},
    metadata: metadata ?? {},
    buffers: received.slice(start + 5),
  };
}
