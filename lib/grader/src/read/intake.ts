import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileAt, listFolder } from './folder';
import type { HandedIn, Listing, Refused } from './handedIn';
import { ownerOf } from './layout';
import { listZip, zipAt, zipFrom } from './zip';

/**
 * Lists all files that lie in what the instructor names: a folder, a zip from a learning platform, one notebook; zips in
 * it are looked into, as are those that students hand in.
 * @param ignore names in the folder that are no students
 */
export async function listIntake(source: string, ignore: readonly string[]): Promise<Listing> {
  const full = resolve(source);
  if (!statSync(full).isDirectory()) return listOne(full);
  const root = submittedIn(full) ?? full;
  return withInnerZips(listFolder(root, ignore), root);
}

function listOne(full: string): Promise<Listing> {
  if (/\.zip$/i.test(full)) return listPlatformZip(full);
  const folder = dirname(full);
  const file = fileAt(folder, [basename(full)]);
  // A notebook alone belongs to whom its folder is named after.
  const owned = { ...file, path: ownerOf(file.path) === undefined ? [basename(folder), ...file.path] : file.path };
  return Promise.resolve({ files: [owned], folders: [], refused: [], others: [] });
}

async function listPlatformZip(full: string): Promise<Listing> {
  const name = basename(full).replace(/\.zip$/i, '');
  return withInnerZips(unwrapped(await listZip(zipAt(full), []), name), undefined);
}

/** In the folder of an nbgrader course, what students handed in lies in `submitted/`. */
function submittedIn(folder: string): string | undefined {
  const names = readdirSync(folder);
  const isCourse = ['nbgrader_config.py', 'gradebook.db', 'source', 'release'].some((name) => names.includes(name));
  return isCourse && names.includes('submitted') ? join(folder, 'submitted') : undefined;
}

/** A zip of a folder often holds that folder. */
function unwrapped(listing: Listing, name: string): Listing {
  const { files, folders } = listing;
  const [first] = [...files.map(({ path }) => path[0]), ...folders.map((path) => path[0])];
  const wrapped = [name, 'submitted'].includes(first ?? '') && files.every(({ path }) => path[0] === first);
  if (!wrapped || folders.some((path) => path[0] !== first)) return listing;
  return {
    ...listing,
    files: files.map((file) => ({ ...file, path: file.path.slice(1) })),
    folders: folders.map((path) => path.slice(1)).filter((path) => path.length > 0),
  };
}

/** Looks into zips: one beside the students' folders is a platform's, any other a student's own; no deeper. */
async function withInnerZips(listing: Listing, folder: string | undefined): Promise<Listing> {
  const files: HandedIn[] = [];
  const folders = [...listing.folders];
  const refused: Refused[] = [...listing.refused];
  const others = [...listing.others];
  for (const file of listing.files) {
    if (!isZip(file)) {
      files.push(file);
      continue;
    }
    const platforms = folder !== undefined && ownerOf(file.path) === undefined;
    const inner = platforms
      ? await listPlatformZip(join(folder, ...file.path))
      : await listZip(
          zipFrom(() => file.read()),
          file.path,
        );
    for (const one of inner.files) {
      if (isZip(one) && !platforms) refused.push({ path: one.path.join('/'), reason: 'too-deep' });
      // What a student's own zip says of its times is the student's to say.
      else files.push(platforms ? one : { ...one, modified: file.modified });
    }
    if (platforms) folders.push(...inner.folders);
    refused.push(...inner.refused);
    others.push(...inner.others);
  }
  return { files, folders, refused, others };
}

function isZip({ path }: HandedIn): boolean {
  return /\.zip$/i.test(path.at(-1) ?? '');
}
