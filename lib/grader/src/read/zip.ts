import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { largest } from './file';
import { isLitter, type HandedIn, type Listing, type Refused, type RefusedReason } from './handedIn';
import { splitName, Spellings } from './hostileNames';
import { BrokenNotebook } from './notebook';

/** More than any course hands in; a student's own zip has a few. */
const mostEntries = 50_000;

/** Opens a zip anew for each reading, so that none is held between. */
export type OpenZip = () => Promise<ZipFile>;

/** Names are decoded and looked at here: yauzl would give up the whole zip at the first that is hostile. */
const options = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;

export const zipAt =
  (path: string): OpenZip =>
  () =>
    openPromise(path, options);

export const zipFrom =
  (read: () => Promise<Buffer>): OpenZip =>
  async () =>
    fromBufferPromise(await read(), options);

/**
 * Lists a zip by its directory; nothing is unpacked. What is hostile is refused by name, the rest can be read.
 * @param at where the zip lies, for the paths of its files
 */
export async function listZip(openZip: OpenZip, at: readonly string[]): Promise<Listing> {
  const files: HandedIn[] = [];
  const folders: string[][] = [];
  const refused: Refused[] = [];
  const spellings = new Spellings();
  const refuse = (name: string, reason: RefusedReason): void => {
    refused.push({ path: [...at, name].join('/'), reason });
  };
  let zip: ZipFile | undefined;
  try {
    zip = await openZip();
    let index = 0;
    for await (const entry of zip.eachEntry()) {
      const place = index++;
      const name = nameOf(entry);
      if (place >= mostEntries) {
        refuse(name, 'too-many');
        break;
      }
      const parts = splitName(name);
      if (typeof parts === 'string') refuse(name, parts);
      else if (parts.length === 0 || parts.some(isLitter)) continue;
      else if (isSpecial(entry)) refuse(name, 'link');
      else if (spellings.clash(parts, !/[\\/]$/.test(name))) refuse(name, 'clash');
      else if (/[\\/]$/.test(name)) folders.push([...at, ...parts]);
      else {
        files.push({
          path: [...at, ...parts],
          modified: entry.getLastModDate(),
          read: () => readEntry(openZip, place),
        });
      }
    }
  } catch {
    refuse('', 'bad-zip');
  } finally {
    zip?.close();
  }
  return { files, folders, refused, others: [] };
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

/** Links, devices and pipes, as Unix writes them down; most programs for Windows write nothing. */
function isSpecial({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & 0o170000;
  return kind !== 0 && kind !== 0o100000 && kind !== 0o040000;
}

/** @throws BrokenNotebook */
async function readEntry(openZip: OpenZip, place: number): Promise<Buffer> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip();
    let index = 0;
    for await (const entry of zip.eachEntry()) {
      if (index++ !== place) continue;
      if (entry.uncompressedSize > largest) throw new BrokenNotebook('too-large');
      if (entry.isEncrypted()) throw new BrokenNotebook('encrypted');
      // yauzl ends the stream with an error when there is more or less than the directory says.
      const bytes = await collect(await zip.openReadStreamPromise(entry));
      if (crc32(bytes) !== entry.crc32) throw new BrokenNotebook('unreadable');
      return bytes;
    }
    throw new BrokenNotebook('unreadable');
  } catch (error) {
    throw error instanceof BrokenNotebook ? error : new BrokenNotebook('unreadable');
  } finally {
    zip?.close();
  }
}

async function collect(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
