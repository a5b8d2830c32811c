import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MarkRecord } from '../../../lib/grader/src/record/record';
import { RecordLog } from '../../../lib/grader/src/record/recordLog';
import { publicKey, signingKey } from '../../../lib/grader/src/record/signingKey';
import { latestOf, verifyRecords, type Verified } from '../../../lib/grader/src/record/verifyRecords';
import { emptyFolder, removeFolder } from '../support/grading';

const record = (student: string, changes: Partial<MarkRecord> = {}): MarkRecord => ({
  version: 1,
  time: '2026-11-20T12:00:00.000Z',
  student,
  exercise: '01-x',
  attempt: 1,
  seed: 's',
  status: 'graded',
  score: 7,
  max_score: 9,
  penalty: 0,
  items: [],
  written: [],
  hashes: { submission: 'first file', exercise: 'e', oracle: 'o', runtime: 'r', job: 'j', answers: 'a' },
  limits: {} as MarkRecord['limits'],
  sandbox: 'bubblewrap',
  versions: {},
  ...changes,
});

const handedIn = (student: string, submission: string, attempt: number): MarkRecord =>
  record(student, { attempt, hashes: { ...record(student).hashes, submission } });

describe('records of marks', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = emptyFolder();
    path = join(folder, 'records.jsonl');
  });
  afterEach(() => {
    removeFolder(folder);
  });

  const open = (): RecordLog => new RecordLog(path, signingKey(join(folder, 'key')));
  const verified = (text = readFileSync(path, 'utf8'), key = join(folder, 'key')): Verified =>
    verifyRecords(text, publicKey(signingKey(key).publicPem));
  const lines = (): string[] => readFileSync(path, 'utf8').trimEnd().split('\n');

  test('are signed, chained, and readable by the instructor alone, as is the key', () => {
    for (const student of ['ana', 'bia', 'caio']) open().add(record(student));
    expect(verified()).toMatchObject({
      faults: [],
      records: [{ student: 'ana' }, { student: 'bia' }, { student: 'caio' }],
    });
    for (const file of [path, join(folder, 'key')]) expect(statSync(file).mode & 0o077).toBe(0);
  });

  test('the same mark is recorded once, whenever it was made; another one is added, and counts', () => {
    const log = open();
    log.add(record('ana'));
    log.add(record('ana', { time: '2027-01-01T00:00:00.000Z' }));
    open().add(record('ana', { time: '2027-01-02T00:00:00.000Z' }));
    expect(lines()).toHaveLength(1);
    open().add(record('ana', { score: 8 }));
    expect(latestOf(verified().records)).toMatchObject([{ student: 'ana', score: 8 }]);
  });

  test('what was tampered with is named by its line', () => {
    const log = open();
    for (const student of ['ana', 'bia', 'caio']) log.add(record(student));
    const [one = '', two = '', three = ''] = lines();
    const faultsOf = (...some: readonly string[]): unknown => verified(`${some.join('\n')}\n`).faults;
    expect(faultsOf(one, two.replace('"score":7', '"score":9'), three)).toEqual([
      { line: 2, fault: 'signature' },
      { line: 3, fault: 'chain' },
    ]);
    expect(faultsOf(one, three)).toEqual([{ line: 2, fault: 'chain' }]);
    expect(faultsOf(two, one)).toEqual([
      { line: 1, fault: 'chain' },
      { line: 2, fault: 'chain' },
    ]);
    expect(faultsOf(one, '{"version":1}', 'x')).toEqual([
      { line: 2, fault: 'no-record' },
      { line: 3, fault: 'no-record' },
    ]);
    expect(verified(undefined, join(folder, 'another key')).faults).toHaveLength(3);
  });

  test('half a line, which a crash left, is cut off and the rest goes on', () => {
    open().add(record('ana'));
    appendFileSync(path, '{"version":1,"student":"bi');
    open().add(record('bia'));
    expect(verified()).toMatchObject({ faults: [], records: [{ student: 'ana' }, { student: 'bia' }] });
  });

  test('a file keeps its number of attempt, another one has the next', () => {
    open().add(handedIn('ana', 'first file', 1));
    open().add(handedIn('ana', 'second file', 2));
    const log = open();
    const attempts = ['first file', 'second file', 'third file'].map((hash) => log.attemptOf('ana', '01-x', hash, 0));
    expect(attempts).toEqual([1, 2, 3]);
    expect(log.attemptOf('bia', '01-x', 'first file', 0)).toBe(1);
    // A platform's zip has the files of before too.
    expect(log.attemptOf('bia', '01-x', 'third file', 2)).toBe(3);
  });

  test('a key that is none is refused', () => {
    writeFileSync(join(folder, 'key'), 'my key');
    expect(() => signingKey(join(folder, 'key'))).toThrow();
  });
});
