import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Connection } from './connection-file';
import type { Header, Message, Outgoing } from './message';

const DELIMITER = Buffer.from('<IDS|MSG>');

/** So many signatures are remembered. */
const REMEMBERED = 65_536;

/** A message that came with the signature of another key, with none, or with one that came before: somebody sent a copy. */
export class WrongSignature extends Error {}

/** Turns messages into signed frames and back. */
export class Codec {
  readonly #seen = new Set<string>();

  constructor(private readonly connection: Pick<Connection, 'key' | 'hash'>) {}

  /**
   * The frames of a message after its identities. Texts stay strings: zeromq copies those, so that what is still being sent
   * when the process ends does not lie in memory that is gone.
   */
  encode({ header, parent = {}, metadata = {}, content, buffers = [] }: Outgoing): (string | Uint8Array)[] {
    const parts = [header, parent, metadata, content].map((part) => JSON.stringify(part));
    return [DELIMITER.toString(), this.#sign(parts), ...parts, ...buffers];
  }

  /**
   * @throws WrongSignature
   * @throws Error for frames that are no message
   */
  decode(frames: readonly Buffer[]): Message {
    const start = frames.findIndex((frame) => frame.equals(DELIMITER));
    const [signature, ...signed] = frames.slice(start + 1, start + 6);
    if (start < 0 || signature === undefined || signed.length < 4) throw new Error('too few frames');
    if (!this.#isRight(signature, signed)) throw new WrongSignature();
    const [header, parent, metadata, content] = signed.map(parseObject);
    return {
      identities: frames.slice(0, start),
      header: checkHeader(header ?? {}),
      parent: parent as Partial<Header>,
      metadata: metadata ?? {},
      content: content ?? {},
      buffers: frames.slice(start + 6),
    };
  }

  #isRight(signature: Buffer, parts: readonly Buffer[]): boolean {
    const text = this.#sign(parts);
    const right = Buffer.from(text);
    if (signature.length !== right.length || !timingSafeEqual(signature, right)) return false;
    if (text === '') return true;
    if (this.#seen.has(text)) return false;
    this.#seen.add(text);
    const [oldest] = this.#seen;
    if (oldest !== undefined && this.#seen.size > REMEMBERED) this.#seen.delete(oldest);
    return true;
  }

  #sign(parts: readonly (string | Buffer)[]): string {
    if (this.connection.key === '') return '';
    const hmac = createHmac(this.connection.hash, this.connection.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest('hex');
  }
}

function parseObject(frame: Buffer): Record<string, unknown> {
  const value: unknown = JSON.parse(frame.toString());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('a part is not an object');
  return value as Record<string, unknown>;
}

function checkHeader(header: Record<string, unknown>): Header {
  for (const name of ['msg_id', 'msg_type']) {
    if (typeof header[name] !== 'string') throw new Error(`the header has no ${name}`);
  }
  return header as unknown as Header;
}
