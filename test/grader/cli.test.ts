import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { changed, handedOut, master, mseWith } from './support/exercise';
import {
  cli,
  describeInSandbox,
  emptyFolder,
  grade,
  removeFolder,
  resultFor,
  runCli,
  type Outcome,
} from './support/grading';

const notebook = changed(handedOut());

describe('npm run grade, called wrongly', () => {
  let folder: string;
  beforeAll(() => {
    folder = emptyFolder();
    mkdirSync(join(folder, 'none'));
    mkdirSync(join(folder, 'students', 'ana'), { recursive: true });
    mkdirSync(join(folder, 'good', 'ana'), { recursive: true });
    writeFileSync(join(folder, 'good', 'ana', '01-regression.ipynb'), notebook);
    writeFileSync(join(folder, 'file'), '');
    writeFileSync(join(folder, 'empty-seed'), '');
  });
  afterAll(() => {
    removeFolder(folder);
  });

  test.each([
    [[], /^Falta dizer onde estão as entregas\. Escreva: npm run grade -- ENTREGAS --out PASTA.*--help\n$/],
    [['good'], /Falta --out PASTA/],
    [['good', 'more', '--out', 'o'], /Não entendo: more/],
    [['good', '--out', 'o', '--frobnicate'], /^Não entendo: --frobnicate\. .*--help\n$/],
    [['good', '--out', 'o', '--cpu', 'ten'], /--cpu precisa de um número maior que zero/],
    [['good', '--out', 'o', '--memory=-1'], /--memory precisa/],
    [['good', '--out', 'o', '--jobs', '0'], /--jobs precisa/],
    [['good', '--out', 'o', '--language', 'fr'], /--language é pt ou es/],
    [['good', '--out', 'file'], /^Não é possível escrever em file \(EEXIST\)/m],
    [['good', '--out', 'file/o'], /^Não é possível escrever em file\/o \(ENOTDIR\)/m],
    [['verify', 'nowhere'], /^nowhere não pôde ser lido\.$/m],
    [['nowhere', '--out', 'o'], /A pasta nowhere não existe/],
    [['file', '--out', 'o'], /A pasta file não existe/],
    [['none', '--out', 'o'], /Não há entregas em none/],
    [['students', '--out', 'o'], /Não há entregas em students/],
    [['good', '--out', 'o', '--exercise', '77-x'], /Não há oráculo para o exercício 77-x. Há: .*01-regression/],
    [['none', '--out', 'o', '--language', 'es'], /No hay entregas en none/],
  ])('%j', (args, message) => {
    const { status, stderr } = runCli(folder, args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });

  test('a seed that cannot be read', () => {
    for (const seed of ['absent', 'empty-seed']) {
      const { status, stderr } = runCli(folder, ['good', '--out', 'o', '--seed', seed, '--unsafe-no-sandbox']);
      expect(stderr).toContain(`O segredo ${seed} não pôde ser lido`);
      expect(status).toBe(2);
    }
  });

  test('speaks the language of the locale', () => {
    expect(runCli(folder, [], { LANG: 'es_MX.UTF-8' }).stderr).toContain('ENTREGAS --out CARPETA');
    expect(runCli(folder, ['--help']).stdout).toContain('--unsafe-no-sandbox');
  });
});

describe('npm run grade without a sandbox', () => {
  test('the option runs it all the same, and warns', () => {
    const pidFile = join(emptyFolder(), 'pid');
    // It would leave the group of its process and keep the pipes open; Node.js' permissions, which hold here too, allow no process.
    const straying = `const { spawn } = require('child_process');
const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'inherit' });
require('fs').writeFileSync(${JSON.stringify(pidFile)}, String(child.pid));
process.exit(0);`;
    const handedIn = {
      ana: changed(master()),
      bia: changed(master(), mseWith('while (true) {}')),
      caio: changed(master(), mseWith(straying)),
    };
    const run = grade(handedIn, ['--unsafe-no-sandbox', '--cpu', '2']);
    expect(existsSync(pidFile)).toBe(false);
    expect(run.stderr).toContain('sem isolamento');
    expect(run.status).toBe(0);
    expect(readFileSync(join(run.out, 'grades.csv'), 'utf8').split('\n')).toEqual([
      'student,exercise,score,max_score,status',
      'ana,01-regression,30,30,graded',
      'bia,01-regression,26,30,timeout',
      'caio,01-regression,26,30,not-executed',
      '',
    ]);
    expect(resultFor(run, 'ana').sandbox).toBe('none');
    removeFolder(dirname(pidFile));
    removeFolder(run.folder);
  }, 120_000);
});

describeInSandbox('npm run grade', () => {
  let run: Outcome;
  const elsewhere = emptyFolder();
  beforeAll(() => {
    writeFileSync(join(elsewhere, '01-regression.ipynb'), changed(master()));
    run = grade({ ana: notebook, caio: undefined }, [], (submissions) => {
      mkdirSync(join(submissions, 'link'));
      symlinkSync(join(elsewhere, '01-regression.ipynb'), join(submissions, 'link', '01-regression.ipynb'));
      mkdirSync(join(submissions, 'folder', '01-regression.ipynb'), { recursive: true });
      symlinkSync(elsewhere, join(submissions, 'linked-student'));
      mkdirSync(join(submissions, '.ipynb_checkpoints'));
      mkdirSync(join(submissions, 'ana', '.ipynb_checkpoints'));
      writeFileSync(join(submissions, 'ana', '99-unknown.ipynb'), notebook);
      mkdirSync(join(submissions, 'x'.repeat(255)));
    });
  }, 120_000);
  afterAll(() => {
    removeFolder(run.folder);
    removeFolder(elsewhere);
  });

  test('each student has a row, whatever lies in the folder', () => {
    expect(readFileSync(join(run.out, 'grades.csv'), 'utf8').split('\n')).toEqual([
      'student,exercise,score,max_score,status',
      'ana,01-regression,0,30,graded',
      'caio,01-regression,0,30,missing',
      'folder,01-regression,0,30,broken',
      'link,01-regression,0,30,broken',
      `${'x'.repeat(255)},01-regression,0,30,missing`,
      '',
    ]);
    expect(run.status).toBe(0);
  });

  test('what is no submission is named', () => {
    for (const path of ['ana/99-unknown.ipynb', 'linked-student']) expect(run.stderr).toContain(path);
  });

  test('nobody but the student is named in the lines of a student', () => {
    expect(run.stderr).toContain('ana 01-regression  0/30  graded\n');
  });

  test('--exercise gives a row to those who handed nothing in', () => {
    const asked = grade({ ana: undefined }, ['--exercise', '01-regression']);
    expect(resultFor(asked, 'ana')).toMatchObject({ status: 'missing', score: 0, max_score: 30 });
    removeFolder(asked.folder);
  });

  test('results may lie among the submissions, and are no student', () => {
    const inside = emptyFolder();
    mkdirSync(join(inside, 'ana'));
    for (let i = 0; i < 2; i++) {
      runCli(inside, ['.', '--out', 'grades', '--exercise', '01-regression'], { LOSSBOOK_SEED: '' });
    }
    expect(readdirSync(join(inside, 'grades', 'results'))).toEqual(['ana']);
    expect(readdirSync(join(inside, 'grades')).sort()).toEqual([
      '.lossbook',
      'class.html',
      'feedback',
      'grades.csv',
      'record.key',
      'record.pub',
      'records.jsonl',
      'results',
      'seed.secret',
      'similar.csv',
    ]);
    removeFolder(inside);
  });

  test('Ctrl-C loses nothing that was finished, and ends at once', async () => {
    const folder = emptyFolder();
    const handedIn = { 'a-perfect': changed(master()), 'b-looping': changed(master(), mseWith('while (true) {}')) };
    for (const [student, text] of Object.entries(handedIn)) {
      mkdirSync(join(folder, 'in', student), { recursive: true });
      writeFileSync(join(folder, 'in', student, '01-regression.ipynb'), text);
    }
    const args = [cli, 'in', '--out', 'out', '--jobs', '1', '--cpu', '600'];
    const child = spawn(process.execPath, args, { cwd: folder, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const exit = once(child, 'exit');
    const said: string[] = [];
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (piece: Buffer) => {
        said.push(piece.toString());
        if (said.join('').includes('a-perfect 01-regression')) resolve();
      });
    });
    // What takes the first seconds is told before the first submission is done.
    expect(said.join('')).toMatch(
      /^Preparo o que as entregas de 01-regression podem usar…\n2 entregas: confiro os tipos [^]*\na-perfect/,
    );
    // As a terminal does: the whole group of processes is told.
    process.kill(-(child.pid ?? 0), 'SIGINT');
    expect((await exit)[0]).toBe(130);
    expect(readFileSync(join(folder, 'out', 'grades.csv'), 'utf8')).toBe(
      'student,exercise,score,max_score,status\na-perfect,01-regression,30,30,graded\n',
    );
    removeFolder(folder);
  }, 120_000);

  test.each(['results', 'grades.csv/x'])('where %s cannot be written it says so', (there) => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'submissions', 'ana'), { recursive: true });
    mkdirSync(dirname(join(folder, 'out', there)), { recursive: true });
    writeFileSync(join(folder, 'out', there), 'a file');
    const { status, stderr } = runCli(folder, ['submissions', '--out', 'out', '--exercise', '01-regression']);
    expect(stderr).toMatch(/^Não é possível escrever em .*out\S* \(E[A-Z]+\)\. A pasta de --out precisa/m);
    expect(stderr).not.toContain('    at ');
    expect(status).toBe(1);
    removeFolder(folder);
  });
});
