import { crc32, deflateRawSync } from 'node:zlib';

/** A text file in a zip; `/` in its name stands between folders. */
export interface ZipText {
  readonly name: string;
  readonly text: string;
}

/** Names are UTF-8. */
const flags = 0x800;
const deflated = 8;
/** 1 January 1980, so that the same texts make the same zip. */
const date = 0x21;

/** Makes a zip of text files. It has what every unpacker reads, so at most 65 535 files and 4 GiB. */
export function zipOf(files: readonly ZipText[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const [nameBytes, bytes] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(bytes);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(flags, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(date, 8);
    facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(bytes.length, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), facts, nameBytes, packed]);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), facts, place, nameBytes);
    parts.push(entry);
    offset += entry.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}
