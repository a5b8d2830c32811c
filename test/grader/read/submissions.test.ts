import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exerciseNamed, ownerOf } from '../../../lib/grader/src/read/layout';
import { findSubmissions, type Found } from '../../../lib/grader/src/read/submissions';
import { parseTimestamp } from '../../../lib/grader/src/read/timestamp';
import { emptyFolder, removeFolder } from '../support/grading';
import { makeZip, type ZipEntry } from '../support/zip';

const known = ['01-x', '02-y'];
const notebook = (text: string): string =>
  JSON.stringify({ nbformat: 4, metadata: {}, cells: [{ cell_type: 'code', source: text }] });

let folder: string;
beforeEach(() => {
  folder = emptyFolder();
});
afterEach(() => {
  removeFolder(folder);
});

function put(path: string, data: string | Buffer = path): string {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, data);
  return full;
}

/** Who handed in what, as lines: the path of the file that counts, or nothing. */
const lines = ({ submissions }: Found): string[] =>
  submissions.map(({ student, exercise, file }) => `${student} ${exercise} ${file?.path.join('/') ?? ''}`);

async function inZip(entries: readonly ZipEntry[], name = 'download.zip'): Promise<Found> {
  return findSubmissions(put(name, makeZip(entries)), known);
}

describe('whose a file is', () => {
  /** A student names a file as if it were somebody else's. */
  const rename = 'Ana_7_assignsubmission_file_01-x.ipynb';
  test.each([
    [['ana', '01-x.ipynb'], 'ana', '01-x.ipynb', undefined],
    [['ana', 'ps1', '01-x.ipynb'], 'ana', '01-x.ipynb', undefined],
    [['Ana Souza_123_assignsubmission_file_', '01-x.ipynb'], 'Ana Souza_123', '01-x.ipynb', '123'],
    [['Ana Souza_123_assignsubmission_file', 'a', '01-x.ipynb'], 'Ana Souza_123', '01-x.ipynb', '123'],
    [['Ana Souza_123_assignsubmission_file_01-x.ipynb'], 'Ana Souza_123', '01-x.ipynb', '123'],
    [['Grupo padrão_assignsubmission_file', '01-x.ipynb'], 'Grupo padrão', '01-x.ipynb', ''],
    [['Bia_8_assignsubmission_file_Ana_7_assignsubmission_file_01-x.ipynb'], 'Bia_8', rename, '8'],
    [['bia', 'Ana_7_assignsubmission_file_', 'x.ipynb'], 'bia', 'x.ipynb', undefined],
    [['Bia_8_assignsubmission_file_', 'Ana_7_assignsubmission_file_', 'x.ipynb'], 'Bia_8', 'x.ipynb', '8'],
    [['Bia_8_assignsubmission_file_a.zip', 'ana_5_9_x.ipynb'], 'Bia_8', 'ana_5_9_x.ipynb', '8'],
    [['souzaana_55_901_01-x.ipynb'], 'souzaana_55', '01-x.ipynb', '55'],
    [['souzaana_LATE_55_901_01-x-1.ipynb'], 'souzaana_55', '01-x-1.ipynb', '55'],
    [['anon_Ab3Cd_901_01-x.ipynb'], 'anon_Ab3Cd', '01-x.ipynb', 'Ab3Cd'],
    [['LATE_anon_Ab3Cd_901_01-x.ipynb'], 'anon_Ab3Cd', '01-x.ipynb', 'Ab3Cd'],
    [['josé_99_LATE_55_901_x.ipynb'], 'josé_99_55', 'x.ipynb', '55'],
    [['_55_901_01-x.ipynb'], '_55', '01-x.ipynb', '55'],
  ])('%j', (path, student, name, id) => {
    expect(ownerOf(path)).toMatchObject({ student, name });
    expect(ownerOf(path)?.platform?.id).toBe(id);
  });

  test('Canvas says what came late, and the number of the file', () => {
    expect(ownerOf(['a_LATE_5_9_x.ipynb'])?.platform).toMatchObject({ late: true, upload: 9, system: 'canvas' });
    expect(ownerOf(['a_5_9_x.ipynb'])?.platform).toMatchObject({ late: false, upload: 9 });
  });

  test('a file beside the folders is nobody’s', () => {
    expect(ownerOf(['01-x.ipynb'])).toBeUndefined();
    expect(ownerOf(['list_1_2.txt'])).toBeUndefined();
  });
});

describe('which exercise a name means', () => {
  test.each([
    ['01-x.ipynb', '01-x', 0, false],
    ['01-x (2).ipynb', '01-x', 2, false],
    ['01-x-1.ipynb', '01-x', 1, false],
    ['01-x_3.IPYNB', '01-x', 3, false],
    ['01-x-Copy1.ipynb', '01-x', 1, true],
    ['01-x.ipynb.json', '01-x', 0, false],
  ])('%s', (name, exercise, version, copy) => {
    expect(exerciseNamed(name, known)).toEqual({ exercise, version, copy });
  });

  test.each(['01-x.txt', '03-z.ipynb', 'x.ipynb', '01-x-final.ipynb', '.ipynb'])('not %s', (name) => {
    expect(exerciseNamed(name, known)).toBeUndefined();
  });
});

describe('folders', () => {
  test('a folder for each student', async () => {
    put('ana/01-x.ipynb');
    put('bia/01-x.ipynb');
    put('bia/02-y.ipynb');
    put('notes.txt');
    put('bia/notes.txt');
    mkdirSync(join(folder, 'caio'));
    const found = await findSubmissions(folder, known);
    expect(lines(found)).toEqual([
      'ana 01-x ana/01-x.ipynb',
      'ana 02-y ',
      'bia 01-x bia/01-x.ipynb',
      'bia 02-y bia/02-y.ipynb',
      'caio 01-x ',
      'caio 02-y ',
    ]);
    expect([...found.skipped].sort()).toEqual(['bia/notes.txt', 'notes.txt']);
  });

  test("nbgrader's course, its submitted/ and its timestamps", async () => {
    put('nbgrader_config.py');
    put('source/ps1/01-x.ipynb');
    put('submitted/ana/ps1/01-x.ipynb');
    put('submitted/ana/ps1/timestamp.txt', '2026-11-20 23:59:01.123456 America/Sao_Paulo\n');
    put('submitted/ana/ps1/submission_secret.txt', 'x');
    mkdirSync(join(folder, 'submitted/bia/ps1'), { recursive: true });
    for (const source of [folder, join(folder, 'submitted')]) {
      const found = await findSubmissions(source, known);
      expect(lines(found)).toEqual(['ana 01-x ana/ps1/01-x.ipynb', 'bia 01-x ']);
      expect(found.skipped).toEqual([]);
      expect(found.submissions[0]?.time).toEqual({ at: new Date('2026-11-21T02:59:01Z'), from: 'timestamp' });
    }
  });

  test('of several files the latest counts, and the others are told', async () => {
    utimesSync(put('ana/01-x (1).ipynb'), 1000, 1000);
    utimesSync(put('ana/01-x.ipynb'), 2000, 2000);
    utimesSync(put('ana/01-x-Copy1.ipynb'), 3000, 3000);
    const { submissions } = await findSubmissions(folder, known);
    expect(submissions[0]).toMatchObject({
      file: { path: ['ana', '01-x.ipynb'] },
      time: { from: 'file', at: new Date(2_000_000) },
      earlier: ['ana/01-x (1).ipynb', 'ana/01-x-Copy1.ipynb'],
    });
  });

  test('a notebook of another name is known by its set-up cell', async () => {
    put('ana/tarefa final.ipynb', notebook("exercise('01-x');"));
    put('bia/01-x.ipynb', notebook(''));
    put('bia/rascunho.ipynb', notebook("exercise('01-x');"));
    put('caio/other.ipynb', notebook("exercise('09-no');"));
    const found = await findSubmissions(folder, known);
    expect(lines(found)).toEqual(['ana 01-x ana/tarefa final.ipynb', 'bia 01-x bia/01-x.ipynb', 'caio 01-x ']);
    expect([...found.skipped].sort()).toEqual(['bia/rascunho.ipynb', 'caio/other.ipynb']);
  });

  test('one notebook belongs to whom its folder is named after', async () => {
    expect(lines(await findSubmissions(put('ana/01-x.ipynb'), known))).toEqual(['ana 01-x ana/01-x.ipynb']);
    const canvas = put('any/souza_5_6_01-x.ipynb');
    expect(lines(await findSubmissions(canvas, known))).toEqual(['souza_5 01-x souza_5_6_01-x.ipynb']);
  });

  test('links are not followed', async () => {
    put('outside.ipynb');
    put('in/ana/other.txt');
    symlinkSync(join(folder, 'outside.ipynb'), join(folder, 'in/ana/01-x.ipynb'));
    symlinkSync('/', join(folder, 'in/root'));
    symlinkSync('/', join(folder, 'in/ana/root'));
    const found = await findSubmissions(join(folder, 'in'), known);
    expect(lines(found)).toEqual(['ana 01-x ana/01-x.ipynb']);
    await expect(found.submissions[0]?.file?.read()).rejects.toMatchObject({ reason: 'not-a-file' });
    expect([...found.skipped].sort()).toEqual(['ana/other.txt', 'ana/root', 'root']);
  });

  test('with one time, the number that a browser gives tells', async () => {
    for (const name of ['01-x.ipynb', '01-x (2).ipynb', '01-x (1).ipynb']) utimesSync(put(`ana/${name}`), 1000, 1000);
    expect(lines(await findSubmissions(folder, known))).toEqual(['ana 01-x ana/01-x (2).ipynb']);
  });

  test('a student cannot say when, nor hand in for another', async () => {
    const own = makeZip([
      { name: 'timestamp.txt', data: '2020-01-01 00:00:00 UTC' },
      { name: '01-x.ipynb', data: 'mine' },
      { name: 'Ana_1_assignsubmission_file_/01-x.ipynb', data: 'forged' },
    ]);
    utimesSync(put('bia/b.zip', own), 5000, 5000);
    const found = await findSubmissions(folder, known);
    expect(found.students).toEqual(['bia']);
    expect(found.submissions[0]?.time).toEqual({ at: new Date(5_000_000), from: 'file' });
  });

  test('zips among the folders: of a platform, and of a student', async () => {
    put('moodle.zip', makeZip([{ name: 'Ana_1_assignsubmission_file_/01-x.ipynb', data: 'of Ana' }]));
    put('bia/entrega.zip', makeZip([{ name: 'stuff/01-x.ipynb', data: 'of Bia' }]));
    const found = await findSubmissions(folder, known);
    expect(lines(found)).toEqual([
      'Ana_1 01-x Ana_1_assignsubmission_file_/01-x.ipynb',
      'bia 01-x bia/entrega.zip/stuff/01-x.ipynb',
    ]);
    expect(String(await found.submissions[1]?.file?.read())).toBe('of Bia');
  });
});

describe('zips', () => {
  test('as Moodle gives them: everybody has a row, also without a file', async () => {
    const found = await inZip([
      { name: 'Ana Souza_11_assignsubmission_file_/01-x.ipynb', data: 'A' },
      { name: 'Ana Souza_11_assignsubmission_onlinetext_/onlinetext.html', data: 'hello' },
      { name: 'Bruno Núñez_12_assignsubmission_onlinetext_/onlinetext.html', data: 'hello' },
      { name: 'Ana Souza_13_assignsubmission_file_/01-x.ipynb', data: 'another Ana' },
    ]);
    expect(lines(found)).toEqual([
      'Ana Souza_11 01-x Ana Souza_11_assignsubmission_file_/01-x.ipynb',
      'Ana Souza_13 01-x Ana Souza_13_assignsubmission_file_/01-x.ipynb',
      'Bruno Núñez_12 01-x ',
    ]);
    expect(String(await found.submissions[1]?.file?.read())).toBe('another Ana');
    // The zip's times are those of the download.
    expect(found.submissions[0]?.time).toBeUndefined();
  });

  test('as Canvas gives them: the file that came last counts', async () => {
    const found = await inZip([
      { name: 'souzaana_LATE_5_100_01-x.ipynb', data: 'old' },
      { name: 'souzaana_LATE_5_200_01-x-1.ipynb', data: 'new' },
      { name: 'souzaana_LATE_5_150_01-x-2.ipynb', data: 'between' },
      { name: 'limabia_6_150_work.zip', data: makeZip([{ name: '01-x.ipynb', data: 'inner' }]) },
    ]);
    expect(lines(found)).toEqual([
      'limabia_6 01-x limabia_6_150_work.zip/01-x.ipynb',
      'souzaana_5 01-x souzaana_LATE_5_200_01-x-1.ipynb',
    ]);
    expect(found.submissions[1]).toMatchObject({
      platform: { late: true, id: '5' },
      earlier: ['souzaana_LATE_5_150_01-x-2.ipynb', 'souzaana_LATE_5_100_01-x.ipynb'],
    });
    expect(String(await found.submissions[0]?.file?.read())).toBe('inner');
  });

  test('of a folder with the folder in it', async () => {
    const found = await inZip(
      [{ name: 'turma/' }, { name: 'turma/ana/01-x.ipynb' }, { name: 'turma/bia/' }],
      'turma.zip',
    );
    expect(lines(found)).toEqual(['ana 01-x ana/01-x.ipynb', 'bia 01-x ']);
  });

  test.each<[string, string, string?]>([
    ['../evil/01-x.ipynb', 'parent'],
    ['ana/../../01-x.ipynb', 'parent', 'ana'],
    ['ana\\..\\..\\01-x.ipynb', 'parent', 'ana'],
    ['/etc/01-x.ipynb', 'absolute'],
    ['\\\\host\\01-x.ipynb', 'absolute'],
    ['C:/x/01-x.ipynb', 'absolute'],
    ['a\nb/01-x.ipynb', 'control'],
    ['a\0/01-x.ipynb', 'control'],
    ['a\u202Eb/01-x.ipynb', 'control'],
    ['CON/01-x.ipynb', 'reserved'],
    ['ana/nul.ipynb', 'reserved', 'ana'],
    ['Ana Souza_7_assignsubmission_file_/aux.ipynb', 'reserved', 'Ana Souza_7'],
    ['a?b/01-x.ipynb', 'reserved'],
    [`${'n'.repeat(256)}/01-x.ipynb`, 'too-long'],
  ])('%j is refused: %s', async (name, reason, missing = '') => {
    const found = await inZip([{ name }, { name: 'good/01-x.ipynb' }]);
    // Whose it is stays in the class, with nothing handed in.
    const rows = missing === '' ? [] : [`${missing} 01-x `];
    expect(lines(found)).toEqual([...rows, 'good 01-x good/01-x.ipynb'].sort());
    expect(found.refused).toEqual([{ path: name, reason }]);
    expect(readdirSync(folder)).toEqual(['download.zip']);
    expect(existsSync(join(folder, '../evil'))).toBe(false);
  });

  test('names that some systems take for one are refused from the second on', async () => {
    const found = await inZip([
      { name: 'ana/01-x.ipynb' },
      { name: 'Ana/02-y.ipynb' },
      { name: 'ana/01-x.ipynb' },
      { name: 'ana./01-x.ipynb' },
      { name: 'jos\u00e9/01-x.ipynb' },
      { name: 'jose\u0301/01-x.ipynb' },
    ]);
    expect(found.refused.map(({ reason }) => reason)).toEqual(['clash', 'clash', 'clash', 'clash']);
    expect(lines(found)).toEqual(['ana 01-x ana/01-x.ipynb', 'jos\u00e9 01-x jos\u00e9/01-x.ipynb']);
  });

  test('links and devices are refused', async () => {
    const found = await inZip([
      { name: 'ana/01-x.ipynb', data: '/etc/passwd', mode: 0o120777 },
      { name: 'bia/01-x.ipynb', mode: 0o020666 },
      { name: 'caio/01-x.ipynb' },
    ]);
    expect(found.refused.map(({ reason }) => reason)).toEqual(['link', 'link']);
    expect(lines(found)).toEqual(['ana 01-x ', 'bia 01-x ', 'caio 01-x caio/01-x.ipynb']);
  });

  test.each<[string, ZipEntry, string]>([
    ['a bomb that says so', { name: 'a/01-x.ipynb', claimedSize: 2 ** 31 }, 'too-large'],
    ['a bomb that says it is small', { name: 'a/01-x.ipynb', data: Buffer.alloc(5e6), claimedSize: 10 }, 'unreadable'],
    ['a wrong checksum', { name: 'a/01-x.ipynb', data: 'x', wrongCrc: true }, 'unreadable'],
    ['a password', { name: 'a/01-x.ipynb', data: 'x', encrypted: true }, 'encrypted'],
  ])('%s breaks that one only', async (_, entry, reason) => {
    const found = await inZip([entry, { name: 'b/01-x.ipynb', data: 'good' }]);
    await expect(found.submissions[0]?.file?.read()).rejects.toMatchObject({ reason });
    expect(String(await found.submissions[1]?.file?.read())).toBe('good');
  });

  test('zips in zips go no deeper, and a damaged zip is named', async () => {
    const inner = makeZip([{ name: 'deep.zip', data: makeZip([{ name: '01-x.ipynb' }]) }]);
    const found = await inZip([
      { name: 'ana/a.zip', data: inner },
      { name: 'bia/b.zip', data: 'no zip' },
      { name: 'caio/01-x.ipynb' },
    ]);
    expect(lines(found)).toEqual(['ana 01-x ', 'bia 01-x ', 'caio 01-x caio/01-x.ipynb']);
    expect(found.refused).toEqual([
      { path: 'ana/a.zip/deep.zip', reason: 'too-deep' },
      { path: 'bia/b.zip/', reason: 'bad-zip' },
    ]);
  });
});

describe('timestamp.txt', () => {
  test.each([
    ['2015-02-02 15:58:23.948203 America/Los_Angeles', '2015-02-02T23:58:23.000Z'],
    ['2026-11-20 12:00:00 UTC', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20 12:00:00 -0300', '2026-11-20T15:00:00.000Z'],
    ['2026-11-20T12:00:00Z\n', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20 12:00', '2026-11-20T12:00:00.000Z'],
  ])('%j', (text, iso) => {
    expect(parseTimestamp(text)?.toISOString()).toBe(iso);
  });

  test.each(['', 'yesterday', '2026-02-31 12:00:00 UTC', '2026-11-20 12:00:00 Mars/Olympus'])('not %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined();
  });
});
