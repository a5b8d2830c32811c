import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CachedRunner } from '../../../lib/grader/src/cache/cachedRunner';
import { noRunner, NotRun } from '../../../lib/grader/src/cache/noRunner';
import { RunStore } from '../../../lib/grader/src/cache/runStore';
import { contentHash, type RunJob } from '../../../lib/grader/src/run/runJob';
import { packRun, type StoredRun } from '../../../lib/grader/src/run/storedRun';
import { emptyFolder, removeFolder } from '../support/grading';

const job = { version: 1, wanted: [] } as unknown as RunJob;
const run: StoredRun = packRun({ functions: new Map(), failures: [], output: 'x' }, 'bubblewrap');

describe('what a job gave', () => {
  let folder: string;
  let store: RunStore;
  const hash = contentHash(job);
  beforeEach(() => {
    folder = emptyFolder();
    store = new RunStore(folder);
  });
  afterEach(() => {
    removeFolder(folder);
  });

  const path = (): string => join(folder, hash.slice(0, 2), hash);

  test('is found again by its content, readable by the instructor alone', () => {
    expect(store.read(hash)).toBeUndefined();
    store.write(hash, run);
    expect(store.read(hash)).toEqual(run);
    expect(statSync(path()).mode & 0o077).toBe(0);
    expect(readdirSync(join(folder, hash.slice(0, 2)))).toEqual([hash]);
  });

  test('is as good as none when its file is cut off, changed or another one', () => {
    store.write(hash, run);
    const bytes = readFileSync(path());
    const changed = Buffer.from(bytes);
    changed.writeUInt8((changed.at(-3) ?? 0) ^ 1, changed.length - 3);
    const other = contentHash({ ...job, isolated: true });
    store.write(other, run);
    for (const damaged of [
      Buffer.alloc(0),
      bytes.subarray(0, -1),
      changed,
      readFileSync(join(folder, other.slice(0, 2), other)),
    ]) {
      writeFileSync(path(), damaged);
      expect(store.read(hash)).toBeUndefined();
    }
  });

  test('is run once, and not again', async () => {
    let runs = 0;
    const counting = { capacity: 1, close: () => Promise.resolve(), run: () => Promise.resolve((runs++, run)) };
    const runner = new CachedRunner(counting, store);
    expect([await runner.run(job), await runner.run(job)]).toEqual([run, run]);
    expect([runs, runner.hits]).toEqual([1, 1]);
    await expect(new CachedRunner(noRunner, store).run(job)).resolves.toEqual(run);
  });

  test('is not stored when the machine failed', async () => {
    await expect(new CachedRunner(noRunner, store).run(job)).rejects.toThrow(NotRun);
    expect(readdirSync(folder)).toEqual([]);
  });
});
