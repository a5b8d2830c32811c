/** The other side broke the protocol. */
export class BadFrame extends Error {}

/** A request as bytes: its length in four bytes, then JSON. */
export function frame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** How many bytes the call's number has, with which each reply begins. */
export const callBytes = 32;

/**
 * A reply to a call: the JSON after its number. One that bears another number was made up by the student's code and is not parsed:
 * JSON can be made to take long.
 * @throws BadFrame for one that is no JSON
 */
export function replyTo(call: string, body: Buffer): unknown {
  return body.toString('latin1', 0, callBytes) === call ? parse(body.toString('utf8', callBytes)) : undefined;
}

/** Puts messages together from the pieces in which a pipe delivers them. */
export class FrameReader {
  private pieces: Buffer[] = [];
  private size = 0;
  /** So many bytes have to be there before there is anything to do. */
  private needed = 4;

  constructor(private readonly largest: number) {}

  /**
   * The messages that are complete with this piece.
   * @throws BadFrame for a message that is too long
   */
  push(piece: Buffer): Buffer[] {
    this.pieces.push(piece);
    this.size += piece.length;
    if (this.size < this.needed) return [];
    // Put together once for all messages in it, since many small ones may come at once.
    let rest = this.pieces.length === 1 ? piece : Buffer.concat(this.pieces);
    const messages: Buffer[] = [];
    while (rest.length >= 4 && rest.length >= 4 + this.lengthIn(rest)) {
      const end = 4 + this.lengthIn(rest);
      messages.push(rest.subarray(4, end));
      rest = rest.subarray(end);
    }
    this.pieces = [rest];
    this.size = rest.length;
    this.needed = rest.length < 4 ? 4 : 4 + this.lengthIn(rest);
    return messages;
  }

  private lengthIn(message: Buffer): number {
    const length = message.readUInt32BE();
    if (length > this.largest) throw new BadFrame(`a message of ${length} bytes`);
    return length;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadFrame('a message that is no JSON');
  }
}
