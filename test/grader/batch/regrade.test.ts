import childProcess from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, main, type Course } from 'lossbook-grader';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { changed, master, root } from '../support/exercise';
import { describeInSandbox, emptyFolder, removeFolder } from '../support/grading';

describeInSandbox('regrading', () => {
  let folder: string;
  let course: Course;
  /** The course after somebody found out that mse is something else. */
  let corrected: Course;

  const grade = (of: Course, ...more: readonly string[]): Promise<number> =>
    main([join(folder, 'in'), '--out', join(folder, 'out'), '--seed', join(folder, 'seed'), ...more], of);
  const result = (): ResultFile =>
    JSON.parse(readFileSync(join(folder, 'out/results/ana/01-regression.json'), 'utf8')) as ResultFile;
  const statusOf = (line: string): string | undefined =>
    result()
      .items.find(({ id }) => id === 'mse')
      ?.lines.find((one) => one.line === line)?.status;

  beforeAll(async () => {
    for (const name of ['log', 'error'] as const) jest.spyOn(console, name).mockReturnValue(undefined);
    folder = emptyFolder();
    mkdirSync(join(folder, 'in', 'ana'), { recursive: true });
    writeFileSync(join(folder, 'in', 'ana', '01-regression.ipynb'), changed(master()));
    writeFileSync(join(folder, 'seed'), 'a seed for tests');
    const oracles = join(root, 'solutions/oracles/dist');
    course = { root, oracles, exercises: join(root, 'exercises'), cache: join(root, '.cache/grader') };
    corrected = { ...course, oracles: join(folder, 'oracles') };
    cpSync(oracles, corrected.oracles, { recursive: true });
    appendFileSync(
      join(corrected.oracles, '01-regression.js'),
      `
const mse = exports.oracle.items.find(({ id }) => id === 'mse');
const [value, ...others] = mse.functions;
const reference = (...args) => ({ shape: [], data: value.reference(...args).data.map((x) => 1.01 * x) });
exports.oracle = {
  ...exports.oracle,
  items: exports.oracle.items.map((one) => (one === mse ? { ...mse, functions: [{ ...value, reference }, ...others] } : one)),
};
`,
    );
    await grade(course);
  }, 120_000);
  afterAll(() => {
    jest.restoreAllMocks();
    removeFolder(folder);
  });

  test('judges what is stored, and starts no process', async () => {
    expect([result().score, statusOf('value')]).toEqual([30, 'right']);
    const started = (['spawn', 'spawnSync', 'fork', 'execFileSync'] as const).map((name) =>
      jest.spyOn(childProcess, name),
    );
    expect(await grade(corrected, '--regrade')).toBe(exitCodes.done);
    expect([result().score, statusOf('value'), statusOf('gradient')]).toEqual([26, 'wrong', 'right']);
    expect(await grade(course, '--regrade')).toBe(exitCodes.done);
    expect(result().score).toBe(30);
    for (const spy of started) expect(spy).not.toHaveBeenCalled();
  }, 60_000);

  test('takes other points without running anything', async () => {
    writeFileSync(join(folder, 'points.yaml'), 'exercises:\n  01-regression:\n    points:\n      mse: 60\n');
    expect(await grade(course, '--regrade', '--assignment', join(folder, 'points.yaml'))).toBe(exitCodes.done);
    expect(result()).toMatchObject({ score: 84, max_score: 84 });
  });

  test('what was never run so has no new mark, and is said', async () => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await grade(course, '--regrade', '--cpu', '9')).toBe(exitCodes.failed);
    expect(said.mock.calls.flat().join('')).toMatch(/--regrade (não executa|no ejecuta) nada/);
  });
});
