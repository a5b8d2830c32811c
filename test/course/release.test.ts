import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decode, type CheckFile } from 'lossbook-diagnosis';
import { gradingJson } from '../../lib/course/src/notebook/nbgrader';
import { parseNotebook } from '../../lib/course/src/notebook/parse';
import { exerciseOf } from '../../lib/course/src/release/exercise';
import { MarkError, withoutSolution } from '../../lib/course/src/release/solution';
import { releaseOf } from '../../lib/course/src/release/release';
import type { Cell } from '../../lib/course/src/notebook/notebook';
import { answerCell, cellOf, languageCell, pair, temporaryCourse, testCell, writtenCell } from './notebooks';

const solved = 'function half(x) {\n  // BEGIN SOLUTION\n  // STUB: return NaN;\n  return x / 2;\n  // END SOLUTION\n}';
const written = '<!-- BEGIN SOLUTION -->\n<!-- STUB: Escreva aqui. -->\nPorque sim.\n<!-- END SOLUTION -->';
const stub = 'function half(x) {\n  return NaN;\n}';

/** An oracle with one item of 3 points: half of a tensor's only number. */
const oracle = `exports.oracle = {
  exercise: '01-sample', forbidden: [],
  items: [{
    id: 'half', title: { pt: 'Metade', es: 'Mitad' }, points: { value: 2, shape: 1 },
    functions: [{
      name: 'half', line: 'value', reference: (x) => ({ shape: [], data: [x.data[0] / 2] }),
      mistakes: [{ id: 'half-1', family: 'ZERO', of: (x) => ({ shape: [], data: [x.data[0] / 0] }) }],
    }],
    publicCases: [[{ shape: [1], data: [0.1] }]], secretCases: () => [], extremeCases: [],
  }],
};`;

/** The command itself: prettier, which prints the checks, does not load inside jest. */
function released(root: string, ...args: string[]): { status: number | null; stdout: string } {
  const cli = join(process.cwd(), 'lib/course/dist/cli.js');
  return spawnSync(process.execPath, [cli, 'release', ...args, '--root', root], { encoding: 'utf8' });
}

describe('the solution of a cell', () => {
  test('gives way to its stub, with its indentation', () => {
    expect(withoutSolution(solved)).toBe(stub);
  });

  test('in prose the marks are HTML comments', () => {
    expect(withoutSolution(written)).toBe('Escreva aqui.');
  });

  test('each block has its own stub', () => {
    expect(withoutSolution(`${solved}\n${solved}`)).toBe(`${stub}\n${stub}`);
  });

  test.each([
    ['no end', '// BEGIN SOLUTION\n// STUB: a;'],
    ['no begin', '// END SOLUTION'],
    ['a block in a block', '// BEGIN SOLUTION\n// BEGIN SOLUTION'],
    ['no stub', '// BEGIN SOLUTION\na;\n// END SOLUTION'],
    ['a stub outside', '// STUB: a;'],
  ])('%s is an error', (_what, source) => {
    expect(() => withoutSolution(source)).toThrow(MarkError);
  });
});

describe('a release', () => {
  const course = temporaryCourse();

  function master(change: (cells: Cell[]) => void = () => undefined): void {
    const cells = (language: 'pt' | 'es'): Cell[] => {
      const list = [languageCell(language), answerCell('half', solved), testCell('half', 3)];
      change(list);
      return list;
    };
    course.add(pair(cells('pt'), cells('es'), 'solutions'));
    course.write('solutions/oracles/dist/01-sample.js', oracle);
  }

  const read = (file: string): string => readFileSync(join(course.root(), file), 'utf8');

  test('makes both exercises and the numbers of check()', () => {
    master();
    expect(released(course.root())).toMatchObject({ status: 0 });
    const exercise = parseNotebook(read('exercises/es/01-sample.ipynb'), 'es');
    expect(exercise.metadata.lossbook).toEqual({ kind: 'exercise', language: 'es' });
    expect(exercise.cells[1]).toMatchObject({ id: 'half', source: stub, executionCount: null, outputs: [] });
    expect(read('exercises/pt/01-sample.ipynb')).not.toContain('x / 2');

    const file = decode(read('exercises/checks/01-sample.json')) as CheckFile;
    const [only] = file.items.half?.functions[0]?.cases ?? [];
    expect(only?.args).toEqual([{ shape: [1], data: [0.1] }]);
    expect(only?.expected.data).toEqual([Math.fround(0.1) / 2]);
    expect(only?.mistakes[0]?.result.data).toEqual([Infinity]);
  });

  test('takes written answers, without the solution', () => {
    master((cells) => cells.push(writtenCell('why', written, 2)));
    expect(released(course.root())).toMatchObject({ status: 0 });
    const { cells } = parseNotebook(read('exercises/pt/01-sample.ipynb'), 'pt');
    expect(cells.at(-1)).toMatchObject({ id: 'why', type: 'markdown', source: 'Escreva aqui.' });
  });

  test('is the same a second time; --check names a changed file and leaves it', () => {
    master();
    released(course.root());
    expect(released(course.root()).stdout.match(/^as before/gm)).toHaveLength(3);
    expect(released(course.root(), '--check')).toMatchObject({ status: 0, stdout: '' });
    course.write('exercises/checks/01-sample.json', '{}');
    const { status, stdout } = released(course.root(), '--check');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^exercises\/checks\/01-sample\.json \(release\)/);
    expect(read('exercises/checks/01-sample.json')).toBe('{}');
  });

  test('keeps the digits of another version of Node.js, and no other number', () => {
    master();
    released(course.root());
    const file = 'exercises/checks/01-sample.json';
    const text = read(file);
    const half = String(Math.fround(0.1) / 2);
    const changed = (number: number): string => text.replaceAll(half, String(number));
    const digits = changed((Math.fround(0.1) / 2) * (1 + 4e-16));
    expect(digits).not.toBe(text);
    course.write(file, digits);
    expect(released(course.root()).stdout.match(/^as before/gm)).toHaveLength(3);
    expect(read(file)).toBe(digits);
    for (const wrong of [changed(Math.fround(0.1) / 2 + 1e-7), text.replace('"half"', '"third"')]) {
      course.write(file, wrong);
      expect(released(course.root(), '--check').status).toBe(1);
    }
  });

  test.each<[string, (cells: Cell[]) => unknown, RegExp]>([
    ['other points', (cells) => cells.splice(2, 1, testCell('half', 4)), /half-check .*has 4 points, the oracle 3/],
    ['no test cell', (cells) => cells.pop(), /must be half-check/],
    ['no answer cell', (cells) => cells.splice(1, 1), /item half has no answer cell/],
    ['an unknown item', (cells) => cells.push(testCell('third', 1)), /no item for grade_id third-check/],
    ['a grade_id twice', (cells) => cells.push({ ...testCell('half', 3), id: 'again' }), /half-check is used twice/],
    ['a written answer without points', (cells) => cells.push(writtenCell('why', written, 0)), /why .*needs points/],
    [
      'a written answer without solution',
      (cells) => cells.push(writtenCell('why', '', 2)),
      /why .*<!-- BEGIN SOLUTION/,
    ],
    ['no solution', (cells) => cells.splice(1, 1, answerCell('half', stub)), /cell half .*BEGIN SOLUTION/],
    [
      'a test that checks nothing',
      (cells) => cells.map((c) => (c.source = c.source.replace('check(', 'see('))),
      /must end in check/,
    ],
  ])('%s: nothing is made', async (_what, change, message) => {
    master((cells) => change(cells));
    await expect(releaseOf(course.root(), '01-sample')).rejects.toThrow(message);
  });

  test('an exercise without oracle is an error', async () => {
    master();
    await expect(releaseOf(course.root(), '02-other')).rejects.toThrow(/02-other\.js .*is missing/);
  });
});

describe('the exercises of the course', () => {
  /** Computed by nbgrader 0.9.6 itself (`compute_checksum`) for a cell of the same content. */
  test('bear the checksums of nbgrader', () => {
    const of = pair([languageCell('pt'), answerCell('half', solved), testCell('half', 3)], undefined, 'solutions');
    const { cells } = exerciseOf(of.notebooks.pt, 'pt', 'pt');
    expect(cells.map((cell) => gradingJson(cell)?.checksum)).toEqual([
      undefined,
      '331d93209cd31ab160c59df3405a7243',
      '2cf6f72567d01233375d9008de567e84',
    ]);
    expect(cellOf(of, 'pt', 'half').source).toBe(solved);
  });

  test('are what their masters make', () => {
    expect(released(process.cwd(), '--check')).toMatchObject({ status: 0, stdout: '' });
  });
});
