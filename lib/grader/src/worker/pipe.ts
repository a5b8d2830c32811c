import { clean } from './clean';

const [input, output] = [0, 3];
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Waits for the next request; undefined when the grader has closed the pipe. */
export function receive(): unknown {
  const head = clean.allocate(4);
  if (!fill(head)) return undefined;
  const body = clean.allocate(head.readUInt32BE());
  if (!fill(body)) return undefined;
  return clean.parse(clean.toText(body, 'utf8'));
}

/** Sends a reply. */
export function send(reply: unknown): void {
  const body = clean.fromUtf8(clean.stringify(reply));
  const head = clean.allocate(4);
  head.writeUInt32BE(body.length);
  for (const buffer of [head, body]) {
    for (let sent = 0; sent < buffer.length;) {
      sent += retry(() => clean.writeSync(output, buffer, sent, buffer.length - sent, null));
    }
  }
}

function fill(buffer: Buffer): boolean {
  for (let filled = 0; filled < buffer.length;) {
    const count = retry(() => clean.readSync(input, buffer, filled, buffer.length - filled, null));
    if (count === 0) return false;
    filled += count;
  }
  return true;
}

/** A cell that touches process.stdin makes the pipe one that does not block. */
function retry(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      clean.wait(pause, 0, 0, 2);
    }
  }
}
