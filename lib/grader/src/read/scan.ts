/** What is left of a notebook's JSON without what cells gave out and what is attached to them. */
export interface Scanned {
  readonly text: string;
  /** The text ended in the middle: what is left are the cells before. */
  readonly cut: boolean;
  /** Something came after the notebook's end. */
  readonly trailing: boolean;
}

/** What no notebook comes near, and what would take the memory of the grader: depth, places to leave out, bytes of the rest. */
const most = { depth: 1000, places: 100_000, bytes: 32 * 2 ** 20 };

interface Container {
  readonly open: number;
  /** The key or the depth below which it stands. */
  readonly key: string;
  /** The key last read, in an object. */
  last: string;
}

const quote = 0x22;
const backslash = 0x5c;
const [openBrace, closeBrace, openBracket, closeBracket, colon] = [0x7b, 0x7d, 0x5b, 0x5d, 0x3a];

/**
 * Goes once over a notebook's bytes and leaves out outputs and attachments, without making strings of them: these can be a
 * hundred megabytes of what an endless loop printed. A text that was cut off is closed after its last whole cell.
 * @returns undefined for one that is made to be too much
 */
export function scanNotebook(bytes: Buffer): Scanned | undefined {
  const kept: Buffer[] = [];
  const stack: Container[] = [];
  let from = 0;
  let string = '';
  let skippingFrom: number | undefined;
  let wholeCell:
    { readonly end: number; readonly parts: number; readonly from: number; readonly closers: string } | undefined;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (byte === quote) {
      const end = endOfString(bytes, i);
      if (end === undefined) break;
      const top = stack.at(-1);
      // Only keys are needed, and those that matter are short.
      if (skippingFrom === undefined && top?.open === openBrace && end - i < 32)
        string = bytes.toString('latin1', i + 1, end);
      else string = '';
      i = end;
    } else if (byte === colon) {
      const top = stack.at(-1);
      if (top !== undefined) top.last = string;
    } else if (byte === openBrace || byte === openBracket) {
      const parent = stack.at(-1);
      if (skippingFrom === undefined && isOutput(stack)) {
        kept.push(bytes.subarray(from, i), Buffer.from(byte === openBrace ? '{}' : '[]'));
        skippingFrom = stack.length;
      }
      if (stack.length === most.depth || kept.length > most.places) return undefined;
      stack.push({ open: byte, key: parent?.open === openBrace ? parent.last : '', last: '' });
    } else if (byte === closeBrace || byte === closeBracket) {
      stack.pop();
      if (skippingFrom === stack.length) {
        skippingFrom = undefined;
        from = i + 1;
      } else if (skippingFrom === undefined && byte === closeBrace && stack.at(-1)?.key === 'cells') {
        const closers = [...stack].reverse().map(({ open }) => (open === openBrace ? '}' : ']'));
        wholeCell = { end: i + 1, parts: kept.length, from, closers: closers.join('') };
      }
      if (stack.length === 0) {
        const text = joined([...kept, bytes.subarray(from, i + 1)]);
        const trailing = bytes.subarray(i + 1).some((after) => after > 0x20);
        return text === undefined ? undefined : { text, cut: false, trailing };
      }
    }
  }
  if (wholeCell === undefined)
    return { text: bytes.toString('utf8', 0, Math.min(bytes.length, 2 ** 20)), cut: false, trailing: false };
  const { end, parts, from: start, closers } = wholeCell;
  const text = joined([...kept.slice(0, parts), bytes.subarray(start, end)]);
  return text === undefined ? undefined : { text: text + closers, cut: true, trailing: false };
}

function joined(parts: readonly Buffer[]): string | undefined {
  const size = parts.reduce((sum, { length }) => sum + length, 0);
  return size > most.bytes ? undefined : Buffer.concat(parts).toString('utf8');
}

/** Whether what begins now is a cell's outputs or attachments. */
function isOutput(stack: readonly Container[]): boolean {
  const [cells, cell] = stack.slice(-2);
  return (
    cells?.key === 'cells' &&
    cells.open === openBracket &&
    cell?.open === openBrace &&
    (cell.last === 'outputs' || cell.last === 'attachments')
  );
}

/** The place of the quote that ends the string that begins at `start`. */
function endOfString(bytes: Buffer, start: number): number | undefined {
  for (let end = bytes.indexOf(quote, start + 1); end !== -1; end = bytes.indexOf(quote, end + 1)) {
    let slashes = 0;
    while (bytes[end - 1 - slashes] === backslash) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return undefined;
}
