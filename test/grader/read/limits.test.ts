import { execFileSync } from 'node:child_process';
import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largest, readHandedIn } from '../../../lib/grader/src/read/file';
import { listFolder } from '../../../lib/grader/src/read/folder';
import { readNotebook } from '../../../lib/grader/src/read/notebook';
import { listZip, zipFrom } from '../../../lib/grader/src/read/zip';
import { emptyFolder, removeFolder } from '../support/grading';
import { makeZip } from '../support/zip';

const reason = (why: string): Error => expect.objectContaining({ reason: why }) as Error;

describe('what is read', () => {
  let folder: string;
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => {
    removeFolder(folder);
  });

  test('is a file: no folder, no device', () => {
    expect(() => readHandedIn(folder)).toThrow(reason('not-a-file'));
    expect(() => readHandedIn('/dev/null')).toThrow(reason('not-a-file'));
  });

  test('is no pipe, which would be waited for', () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const file = join(__dirname, '../../../lib/grader/dist/read/file.js');
    const text = `try { require(${JSON.stringify(file)}).readHandedIn(${JSON.stringify(pipe)}); } catch (e) { console.log(e.reason); }`;
    expect(execFileSync(process.execPath, ['-e', text], { timeout: 30_000, encoding: 'utf8' })).toBe('not-a-file\n');
  });

  test('is not too large', () => {
    const path = join(folder, 'x.ipynb');
    writeFileSync(path, '');
    truncateSync(path, largest + 1);
    expect(() => readHandedIn(path)).toThrow(reason('too-large'));
  });

  test('does not lie deeper than anybody lays folders', () => {
    const deep = 'abcdefghij'.split('');
    for (const depth of [8, 10]) {
      mkdirSync(join(folder, ...deep.slice(0, depth)), { recursive: true });
      writeFileSync(join(folder, ...deep.slice(0, depth - 1), 'x.ipynb'), '');
    }
    expect(listFolder(folder).files.map(({ path }) => path)).toEqual([[...deep.slice(0, 7), 'x.ipynb']]);
  });

  test('has no more cells than a notebook can have', () => {
    const cell = { cell_type: 'code', metadata: {}, source: '' };
    const notebook = (count: number): string => JSON.stringify({ nbformat: 4, cells: Array(count).fill(cell) });
    expect(readNotebook(notebook(2000)).cells).toHaveLength(2000);
    expect(() => readNotebook(notebook(2001))).toThrow(reason('too-large'));
  });

  test('are not more entries of a zip than anybody hands in', async () => {
    const entries = Array.from({ length: 50_002 }, (_, i) => ({ name: `${i}` }));
    const zip = zipFrom(() => Promise.resolve(makeZip(entries)));
    const { files, refused } = await listZip(zip, []);
    expect(files).toHaveLength(50_000);
    expect(refused).toEqual([{ path: '50000', reason: 'too-many' }]);
  });
});
