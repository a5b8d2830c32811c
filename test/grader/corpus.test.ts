import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readCorpora, readCorpus, type Row } from '../../lib/grader/src/corpus/corpus';
import type { GradedCorpus } from '../../lib/grader/src/corpus/gradeCorpora';
import { isDiagnosed, isFull, judgedIn } from '../../lib/grader/src/corpus/judged';
import { answersOf, answerWith, notebookWith } from '../../lib/grader/src/corpus/notebook';
import { packed } from '../../lib/grader/src/corpus/pack';
import { corpusPage, countsOf } from '../../lib/grader/src/corpus/page';
import { root, type NotebookFile } from './support/exercise';
import { cli, describeInSandbox } from './support/grading';
import { item, line, result } from './support/result';

const masters = join(root, 'solutions');
const corpora = readCorpora(join(masters, 'corpus'));

test('every exercise has a corpus, with wrong and right answers to every item', () => {
  expect(corpora.map(({ exercise }) => exercise)).toEqual([
    '00-tools',
    '01-regression',
    '02-cross-entropy',
    '03-margins',
    '04-information',
    '05-gaussian-nll',
    '06-imbalance',
    '07-embeddings',
    '08-custom',
    '09-ablation',
    '10-numbers',
  ]);
  expect(corpora.flatMap(({ wrong }) => wrong).length).toBeGreaterThan(150);
  expect(corpora.flatMap(({ right }) => right).length).toBeGreaterThan(60);
  for (const { exercise, wrong, right } of corpora) {
    for (const id of answersOf(masters, exercise).keys()) {
      expect([exercise, id, wrong.some((row) => row.item === id), right.some((row) => row.item === id)]).toEqual([
        exercise,
        id,
        true,
        true,
      ]);
    }
  }
});

describe('a row', () => {
  const answer =
    'function f(x: number): number {\n  return x + 1;\n}\n\nfunction g(x: number): number {\n  return x + 1;\n}\n';
  const row = (change: Partial<Row>): Row => ({ name: 'r', item: 'mse', ...change });

  test('changes one function', () => {
    expect(answerWith(answer, row({ in: 'g', replace: [['+', '-']] }))).toBe(
      answer.replace(/\+ 1;\n}\n$/, '- 1;\n}\n'),
    );
    expect(answerWith(answer, row({ in: 'f', body: '  return 2;' }))).toMatch(
      /^function f\(x: number\): number \{\n {2}return 2;\n}\n\nfunction g/,
    );
    expect(answerWith(answer, row({ cell: 'const f = 1;' }))).toBe('const f = 1;');
  });

  test('that changes nothing is refused', () => {
    expect(() => answerWith(answer, row({ in: 'f', replace: [['*', '/']] }))).toThrow('no * to replace');
    expect(() => answerWith(answer, row({ in: 'h', body: '' }))).toThrow('no function h');
  });

  test.each([
    ['wrong: { mse: [{ in: mse, is: SUM }] }', 'has no name'],
    ['wrong: { mse: [{ name: a, in: mse }] }', 'lacks is'],
    ['equivalent: { mse: [{ name: a, in: mse }] }', 'lacks why'],
    ['right: { mse: [{ name: a, body: b }] }', 'does not say in which function'],
    ['right: { mse: [{ name: a, of: b }] }', 'of is no field'],
    ['others: { mse: [] }', 'others is no kind of rows'],
  ])('%s is refused', (text, message) => {
    expect(() => readCorpus('01-regression', text)).toThrow(message);
  });

  test('becomes the notebook of a student, in its language', () => {
    const rows = [
      row({ notebook: 'es', in: 'mse', body: '  return input;', before: 'const a = 1;', after: 'const b = 2;' }),
    ];
    const { cells } = JSON.parse(notebookWith(masters, '01-regression', rows)) as NotebookFile;
    const at = cells.findIndex(({ metadata }) => metadata.nbgrader?.grade_id === 'mse');
    expect(cells.slice(at - 1, at + 2).map(({ source }) => source)).toEqual([
      'const a = 1;',
      expect.stringContaining('  return input;'),
      'const b = 2;',
    ]);
    expect(cells.map(({ source }) => [source].flat().join(''))).toContain(
      "import { language } from 'lossbook-lesson';\n\nlanguage('es');",
    );
    expect(JSON.stringify(cells)).not.toContain('STUB');
  });
});

test('rows share a notebook unless one calls what the other changes', () => {
  const answers = new Map([
    ['a', 'function f() {\n}'],
    ['b', 'function g() {\n  f();\n}'],
    ['c', 'function h() {\n}'],
  ]);
  const rows = ['a', 'b', 'c', 'c'].map((id, i) => ({ name: String(i), item: id }));
  expect(packed(rows, answers).map((pack) => pack.map(({ name }) => name))).toEqual([
    ['0', '2'],
    ['1', '3'],
  ]);
});

describe('what is made of a result', () => {
  const row = (is: string[]) => ({ name: 'r', item: 'mse', is });
  const of = (...lines: Parameters<typeof item>[1]) => result({ items: [item('mse', lines)] });
  const wrong = of(
    line(0, 2, { mistakes: ['mse-1'], families: ['SUM', 'HALF', 'TWO'] }),
    line(0, 1, { line: 'shape', status: 'not-counted' }),
  );

  test.each([
    [['mse-1'], true],
    [['SUM'], true],
    [['OTHER', 'HALF'], true],
    [['TWO'], false],
    [['shape'], false],
  ])('%j: %s', (is, expected) => {
    const judged = judgedIn(wrong, row(is));
    expect([isFull(judged), isDiagnosed(judged)]).toEqual([false, expected]);
  });

  test('a line that is lost alone is named by it', () => {
    expect(isDiagnosed(judgedIn(of(line(2, 2), line(0, 1, { line: 'leak', status: 'wrong' })), row(['leak'])))).toBe(
      true,
    );
  });

  test('counts and lists', () => {
    const full = judgedIn(of(line(2, 2)), row(['SUM']));
    const graded: GradedCorpus = {
      exercise: '01-x',
      wrong: [judgedIn(wrong, row(['SUM'])), judgedIn(wrong, row(['TWO'])), full],
      equivalent: [],
      right: [full],
    };
    expect(countsOf([graded])).toEqual({ wrong: 3, caught: 2, diagnosed: 1, right: 1, full: 1 });
    const page = corpusPage([graded]);
    expect(page).toContain('| 01-x | 3 | 2 (66.7 %) | 1 (33.3 %) | 1 | 1 (100.0 %) |');
    expect(page).toContain('- 01-x `mse`, r: TWO; told mse-1, SUM, HALF');
  });
});

describeInSandbox('the corpus', () => {
  test('has the marks and the diagnoses that docs/corpus.md says, and enough of them', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'corpus', '--check'], { encoding: 'utf8' });
    const progress = /^(?:\S+ \d\d-[\w-]+ {2}[\d.]+\/\d+ {2}[\w-]+$|Preparo |\d+ entregas: )/;
    expect({ status, said: stderr.split('\n').filter((text) => text !== '' && !progress.test(text)) }).toEqual({
      status: 0,
      said: [],
    });
    const { wrong, caught, diagnosed, right, full } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as ReturnType<
      typeof countsOf
    >;
    expect(caught / wrong).toBeGreaterThanOrEqual(0.99);
    expect(diagnosed / wrong).toBeGreaterThanOrEqual(0.8);
    expect(full / right).toBeGreaterThanOrEqual(0.99);
  }, 900_000);
});
