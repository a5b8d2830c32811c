import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { changed, handedOut, master, mseWith } from '../support/exercise';
import { cli, describeInSandbox, emptyFolder, removeFolder, runCli } from '../support/grading';

const summing = mseWith('return tf.tidy(() => input.sub(target).square().sum());');
const args = ['in', '--cpu', '2', '--jobs', '1', '--out'];

/** Resolves when a process has written a text; rejects if it ends without. */
async function told(child: ChildProcess, text: string | RegExp): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      if (new RegExp(text).test(said)) resolve();
    });
    child.once('exit', () => {
      reject(new Error(`it ended after: ${said}`));
    });
  });
}

function start(folder: string, words: readonly string[]): ChildProcess {
  const env = { PATH: process.env.PATH, LANG: 'pt_BR.UTF-8', LOSSBOOK_SEED: 'a seed for tests' };
  return spawn(process.execPath, [cli, ...words], { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] });
}

function handIn(folder: string, student: string, text: string): void {
  mkdirSync(join(folder, 'in', student), { recursive: true });
  writeFileSync(join(folder, 'in', student, '01-regression.ipynb'), text);
}

describeInSandbox('a run that is ended', () => {
  const students = ['ana', 'bia', 'caio', 'davi', 'eva', 'gil'];
  let folder: string;
  let second: ReturnType<typeof runCli>;
  let before: string[];

  const file = (out: string, name: string): string => readFileSync(join(folder, out, name), 'utf8');
  const recordsOf = (out: string): { student: string }[] =>
    file(out, 'records.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { student: string });

  beforeAll(async () => {
    folder = emptyFolder();
    for (const student of students) handIn(folder, student, changed(master()));
    handIn(folder, 'bia', changed(master(), summing));
    handIn(folder, 'davi', changed(master(), mseWith('while (true) {}')));
    const child = start(folder, [...args, 'out']);
    await told(child, 'ana .*\n[^]*bia .*\n');
    child.kill('SIGKILL');
    await once(child, 'exit');
    before = recordsOf('out').map(({ student }) => student);
    // What a crash in the middle of writing could leave, too.
    appendFileSync(join(folder, 'out', 'records.jsonl'), '{"version":1,"stud');
    const runs = join(folder, 'out', '.lossbook', 'runs');
    const stored = readdirSync(runs, { recursive: true, encoding: 'utf8' }).map((name) => join(runs, name));
    const [one = ''] = stored.filter((path) => statSync(path).isFile());
    truncateSync(one, 40);
    second = runCli(folder, [...args, 'out']);
    runCli(folder, [...args, 'uninterrupted']);
  }, 300_000);
  afterAll(() => {
    removeFolder(folder);
  });

  test('goes on where it was, and ends with the marks of one that was not', () => {
    expect(second.status).toBe(0);
    expect(second.stderr).toMatch(/\d sem executar nada de novo/);
    expect(file('out', 'grades.csv')).toBe(file('uninterrupted', 'grades.csv'));
    for (const student of students) {
      const path = join('results', student, '01-regression.json');
      expect(file('out', path)).toBe(file('uninterrupted', path));
    }
  });

  test('nothing is recorded twice, and the records hold', () => {
    expect(before.length).toBeGreaterThanOrEqual(2);
    expect(
      recordsOf('out')
        .map(({ student }) => student)
        .sort(),
    ).toEqual(students);
    expect(runCli(folder, ['verify', 'out', '--submissions', 'in']).stdout).toContain(
      '6 registros assinados, 6 notas; tudo',
    );
  });

  test('a third run runs nothing and records nothing', () => {
    const third = runCli(folder, [...args, 'out', '--regrade']);
    expect(third.stderr).toContain('6 sem executar nada de novo');
    expect(third.status).toBe(0);
    expect(recordsOf('out')).toHaveLength(6);
  });

  test('marks are repeated from their records; a changed file or result is named', () => {
    cpSync(join(folder, 'in'), join(folder, 'other'), { recursive: true });
    writeFileSync(join(folder, 'other', 'eva', '01-regression.ipynb'), changed(handedOut()));
    const repeated = runCli(folder, ['verify', 'out', '--submissions', 'other', '--repeat']);
    expect(repeated.stdout).toContain('5 repetidas; 1 não conferem');
    expect(repeated.stderr).toContain('eva 01-regression: o arquivo entregue não é o registrado');
    expect(repeated.status).toBe(1);
    const path = join(folder, 'uninterrupted', 'results', 'bia', '01-regression.json');
    const result = JSON.parse(readFileSync(path, 'utf8')) as object;
    writeFileSync(path, JSON.stringify({ ...result, score: 30 }));
    expect(runCli(folder, ['verify', 'uninterrupted']).stderr).toContain(
      'bia 01-regression: o resultado na pasta não é o',
    );
    const table = join(folder, 'uninterrupted', 'grades.csv');
    writeFileSync(table, readFileSync(table, 'utf8').replace(/^eva,01-regression,[\d.]+/m, 'eva,01-regression,30.5'));
    expect(runCli(folder, ['verify', 'uninterrupted']).stderr).toContain(
      'eva 01-regression: a linha em grades.csv não é a registrada',
    );
  }, 120_000);

  test('two runs at a time do not write into one folder', () => {
    writeFileSync(join(folder, 'out', '.lossbook', 'lock'), String(process.pid));
    const { status, stderr } = runCli(folder, [...args, 'out']);
    expect(stderr).toContain(`processo ${process.pid}`);
    expect(status).toBe(2);
  });
});

describeInSandbox('npm run grade --watch', () => {
  test('grades what arrives and what changes, and ends cleanly', async () => {
    const folder = emptyFolder();
    handIn(folder, 'ana', changed(master()));
    const child = start(folder, ['in', '--out', 'out', '--watch']);
    const exit = once(child, 'exit');
    await told(child, 'ana 01-regression  30/30[^]*À espera');
    handIn(folder, 'bia', changed(master()));
    await told(child, 'bia 01-regression  30/30[^]*À espera');
    handIn(folder, 'ana', changed(master(), summing));
    await told(child, 'ana 01-regression  26/30[^]*À espera');
    writeFileSync(join(folder, 'in', 'assignment.yaml'), 'exercises:\n  01-regression:\n    points:\n      mse: 12\n');
    await told(child, 'ana 01-regression  28/36[^]*À espera');
    const rows = (): string[] =>
      readFileSync(join(folder, 'out', 'grades.csv'), 'utf8')
        .split('\n')
        .slice(1, -1);
    expect(rows()).toEqual(['ana,01-regression,28,36,graded', 'bia,01-regression,36,36,graded']);
    removeFolder(join(folder, 'in', 'bia'));
    await told(child, 'que não são desta \\(1\\): bia/01-regression[^]*À espera');
    expect(rows()).toEqual(['ana,01-regression,28,36,graded']);
    child.kill('SIGINT');
    expect((await exit)[0]).toBe(0);
    removeFolder(folder);
  }, 180_000);
});
