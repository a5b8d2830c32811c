import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A text file in a zip; `/` in its name stands between folders. */
export interface ZipText {
  readonly name: string;
  readonly text: string;
}

/** So that the same texts make the same zip. */
const mtime = new Date(1980, 0, 1);

/** Makes a zip of text files. */
export async function zipOf(files: readonly ZipText[]): Promise<Buffer> {
  const zip = new ZipFile();
  // The time of DOS has no zone, so it is the same everywhere.
  for (const { name, text } of files) zip.addBuffer(Buffer.from(text), name, { mtime, forceDosTimestamp: true });
  zip.end();
  return buffer(zip.outputStream);
}
