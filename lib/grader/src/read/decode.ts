import { repair, type Repair } from './repair';

/** The bytes of a text file as UTF-8 without a byte order mark, whatever an editor made of them. */
export function toUtf8(bytes: Buffer, repairs: Repair[]): Buffer {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3);
  const wide = wideEncoding(bytes);
  if (wide !== undefined) {
    repairs.push(repair('encoding'));
    return Buffer.from(new TextDecoder(wide).decode(bytes));
  }
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    repairs.push(repair('encoding'));
    return Buffer.from(new TextDecoder('windows-1252').decode(bytes));
  }
}

/** UTF-16 has a mark, or a zero in the brace that begins every notebook. */
function wideEncoding([first, second]: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first === 0x7b && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x7b)) return 'utf-16be';
  return undefined;
}
