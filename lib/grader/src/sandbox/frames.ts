/** The other side broke the protocol. */
export class BadFrame extends Error {}

/** A message as bytes: its length in four bytes, then JSON. */
export function frame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  return Buffer.concat([head, body]);
}

/** Puts messages together from the pieces in which a pipe delivers them. */
export class FrameReader {
  private pieces: Buffer[] = [];
  private size = 0;

  constructor(private readonly largest: number) {}

  /**
   * The messages that are complete with this piece, parsed as JSON.
   * @throws BadFrame for a message that is too long or no JSON
   */
  push(piece: Buffer): unknown[] {
    this.pieces.push(piece);
    this.size += piece.length;
    const messages: unknown[] = [];
    for (;;) {
      const length = this.announced();
      if (length === undefined || this.size < 4 + length) return messages;
      const all = Buffer.concat(this.pieces);
      messages.push(parse(all.subarray(4, 4 + length).toString('utf8')));
      this.pieces = [all.subarray(4 + length)];
      this.size -= 4 + length;
    }
  }

  private announced(): number | undefined {
    if (this.size < 4) return undefined;
    if ((this.pieces[0]?.length ?? 0) < 4) this.pieces = [Buffer.concat(this.pieces)];
    const length = this.pieces[0]?.readUInt32BE() ?? 0;
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
