import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { openOracles } from 'lossbook-grader';
import { describeWithJupyter, JupyterHome } from '../../kernel/python';
import { cellOf, changed, root, type Change, type NotebookFile } from '../support/exercise';

const oracles = openOracles(join(root, 'solutions/oracles/dist'));
const languages = ['pt', 'es'] as const;
const exercises = languages.flatMap((language) => {
  const folder = join(root, 'exercises', language);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb'))
    .map((name) => join(folder, name));
});

const read = (path: string): NotebookFile => JSON.parse(readFileSync(path, 'utf8')) as NotebookFile;

/** What a student hands in who solved everything: the exercise with the master's answers. */
function solved(language: string, name: string): NotebookFile {
  const notebook = read(join(root, 'exercises', language, `${name}.ipynb`));
  const master = read(join(root, 'solutions', language, `${name}.ipynb`));
  for (const cell of notebook.cells) {
    const { nbgrader } = cell.metadata;
    if (nbgrader?.solution === true) cell.source = cellOf(master, nbgrader.grade_id).source;
  }
  return notebook;
}

interface Seen {
  readonly id: string;
  readonly kind: string;
  readonly points: number | null;
  readonly grade: boolean;
  readonly solution: boolean;
  readonly locked: boolean;
  readonly unchanged: boolean;
}

describeWithJupyter('nbgrader', () => {
  let home: JupyterHome;
  // Inside the course, where notebooks find lossbook and the public cases.
  let folder: string;
  const python = async <T>(script: string, ...args: readonly string[]): Promise<T> => {
    const { stdout, stderr } = await home.python([join(__dirname, script), ...args]);
    const line = stdout.trim().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Error(`${stdout}\n${stderr}`.slice(-4000));
    return JSON.parse(line) as T;
  };
  const write = (path: string, text: string): string => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    return full;
  };

  beforeAll(() => {
    home = new JupyterHome('tslab');
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache/nbgrader-'));
  });
  afterAll(() => {
    home.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('reads every exercise: ids once, points as the oracle has them, tests locked, checksums right, the same in both languages', async () => {
    const seen = await python<Record<string, Seen[]>>('inspect_exercises.py', ...exercises);
    expect(Object.keys(seen)).toEqual(exercises);
    for (const [path, cells] of Object.entries(seen)) {
      const name = basename(path, '.ipynb');
      const { items } = oracles.load(name);
      expect(new Set(cells.map(({ id }) => id)).size).toBe(cells.length);
      for (const cell of cells) {
        expect([cell.id, cell.unchanged]).toEqual([cell.id, true]);
        expect([cell.id, cell.locked]).toEqual([cell.id, !cell.solution]);
      }
      const tests = cells.filter(({ grade, solution }) => grade && !solution);
      expect(tests.map(({ id, points }) => [id, points])).toEqual(
        items.map(({ id, points }) => [
          `${id}-check`,
          Object.values<number>({ ...points }).reduce((sum, one) => sum + one, 0),
        ]),
      );
      const answers = cells.filter(({ solution }) => solution);
      expect(answers.filter(({ kind }) => kind === 'code').map(({ id }) => id)).toEqual(items.map(({ id }) => id));
      for (const { kind, grade, points } of answers) {
        expect([kind, (points ?? 0) > 0]).toEqual([grade ? 'markdown' : 'code', grade]);
      }
      const twin = seen[join(root, 'exercises', 'es', `${name}.ipynb`)] ?? [];
      expect(cells.map(({ id, points }) => [id, points])).toEqual(twin.map(({ id, points }) => [id, points]));
    }
  });

  interface Validated {
    readonly changed: readonly string[];
    readonly type_changed: readonly string[];
    readonly failed: readonly string[];
    readonly errors: readonly string[];
  }

  test('nbgrader validate: an untouched exercise fails in each test, and in each answer in words', async () => {
    const path = join(root, 'exercises/es/02-cross-entropy.ipynb');
    const { failed, errors, changed: others } = await python<Validated>('validate_notebook.py', path);
    const items = oracles.load('02-cross-entropy').items.map(({ id }) => id);
    expect(others).toEqual([]);
    expect(failed).toHaveLength(items.length + 2);
    items.forEach((id, i) => {
      expect(failed[i]).toContain(`check('${id}')`);
    });
    expect(errors[0]).toMatch(/○ nll: todavía no\. Escribe tu respuesta/);
    expect(errors.at(-1)).toBe('You did not provide a response.');
  }, 240_000);

  test('nbgrader validate: a solved exercise passes, one with a mistake fails where it is, with the words of check', async () => {
    const right = write('right/02-cross-entropy.ipynb', changed(solved('pt', '02-cross-entropy')));
    const nothing = { changed: [], type_changed: [], failed: [], errors: [] };
    expect(await python<Validated>('validate_notebook.py', right)).toEqual(nothing);
    const sum: Change = (notebook) => {
      const cell = cellOf(notebook, 'mse');
      cell.source = [cell.source].flat().join('').replace('tf.mean(tf.square', 'tf.sum(tf.square');
    };
    const wrong = write('wrong/01-regression.ipynb', changed(solved('pt', '01-regression'), sum));
    const { failed, errors } = await python<Validated>('validate_notebook.py', wrong);
    expect(failed).toEqual([expect.stringContaining(`check('mse')`)]);
    expect(errors[0]).toMatch(/✗ mse: Com .* a sua função devolve/);
  }, 240_000);

  test('the whole way: assignment generated, submissions autograded, and what formgrader shows', async () => {
    const [name, language] = ['02-cross-entropy', 'pt'];
    const exercise = read(join(root, 'exercises', language, `${name}.ipynb`));
    const wrong: Change = (notebook) => {
      cellOf(notebook, 'bce').source = 'function bce() { return 1; }';
    };
    write(`source/ps1/${name}.ipynb`, changed(read(join(root, 'exercises', language, `${name}.ipynb`))));
    write(`submitted/ana/ps1/${name}.ipynb`, changed(solved(language, name)));
    write(`submitted/bia/ps1/${name}.ipynb`, changed(exercise));
    write(`submitted/caio/ps1/${name}.ipynb`, changed(solved(language, name), wrong));
    const config = join(root, 'docs/nbgrader_config.py');
    const shown = await python<{ failed: object; notebooks: object; scores: object }>(
      'course.py',
      folder,
      config,
      'ps1',
    );
    expect(shown).toEqual({
      failed: {},
      max_score: 50,
      max_written_score: 12,
      num_submissions: 3,
      notebooks: {
        [name]: {
          points: {
            'nll-check': 4,
            'logSoftmax-check': 7,
            'crossEntropy-check': 10,
            'bce-check': 10,
            'smoothing-check': 7,
            choose: 6,
            exposure: 6,
          },
          locked: [
            'bce-check',
            'crossEntropy-check',
            'language',
            'logSoftmax-check',
            'nll-check',
            'setup',
            'smoothing-check',
          ],
          open: ['bce', 'choose', 'crossEntropy', 'exposure', 'logSoftmax', 'nll', 'smoothing'],
        },
      },
      // The answers in words wait for a human; bia's are as they were handed out, and have 0.
      scores: { ana: { score: 38, waits: true }, bia: { score: 0, waits: false }, caio: { score: 28, waits: true } },
    });
    const release = read(join(folder, `release/ps1/${name}.ipynb`));
    expect(release.cells.map(({ source }) => [source].flat().join(''))).toEqual(
      exercise.cells.map(({ source }) => [source].flat().join('')),
    );
  }, 400_000);
});
