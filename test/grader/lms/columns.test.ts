import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainAssignment, type Assignment, type ExerciseRules } from '../../../lib/grader/src/assignment/assignment';
import { openCanvas } from '../../../lib/grader/src/lms/canvas';
import { columnProblems, type ColumnProblem } from '../../../lib/grader/src/lms/columns';
import { CsvTable } from '../../../lib/grader/src/lms/csvTable';
import { openMoodle } from '../../../lib/grader/src/lms/moodle';
import { changed, handedOut } from '../support/exercise';
import { emptyFolder, removeFolder, runCli } from '../support/grading';

const worksheet = `Identifier,Full name,Email address,Status,Grade,Maximum Grade
Participant 9,Ana Souza,ana@x.org,Submitted,,100.00
`;
const gradebook = `Nome,Sobrenome,Endereço de email,Tarefa: 01-x (Real),Tarefa: Segunda (Real)
Ana,Souza,ana@x.org,,
`;
const canvas = (...headers: readonly string[]): string =>
  `Student,ID,Section,${headers.join(',')}\nAna,5,A,${headers.map(() => '').join(',')}\n`;

function assignmentWith(columns: Readonly<Record<string, string>>): Assignment {
  const rules = (column: string): ExerciseRules => ({
    points: new Map(),
    written: new Map(),
    column,
    outOf: undefined,
  });
  const exercises = Object.entries(columns).map(([name, column]) => [name, rules(column)] as const);
  return { ...plainAssignment, exercises: new Map(exercises) };
}

function problems(
  text: string,
  open: 'moodle' | 'canvas',
  exercises: readonly string[],
  columns: Readonly<Record<string, string>> = {},
): readonly ColumnProblem[] {
  const table = new CsvTable(Buffer.from(text));
  const book = open === 'moodle' ? openMoodle(table) : openCanvas(table);
  if (book === undefined) throw new Error('no gradebook');
  return columnProblems(book, exercises, assignmentWith(columns));
}

describe('one column', () => {
  test('is for one exercise, whatever its header', () => {
    expect(problems(worksheet, 'moodle', ['01-x'])).toEqual([]);
    expect(problems(canvas('Homework (1)'), 'canvas', ['01-x'])).toEqual([]);
  });

  test('is not filled with the sum of several by a guess', () => {
    const shared = { why: 'shared', header: 'Grade', exercises: ['01-x', '02-y'] };
    expect(problems(worksheet, 'moodle', ['01-x', '02-y'])).toEqual([shared]);
    expect(problems(worksheet, 'moodle', ['01-x', '02-y'], { '01-x': 'Grade' })).toEqual([shared]);
    expect(problems(canvas('01-x and 02-y (1)'), 'canvas', ['01-x', '02-y'])).toEqual([
      { ...shared, header: '01-x and 02-y (1)' },
    ]);
  });

  test('is of the sum where the teacher says so for each', () => {
    expect(problems(worksheet, 'moodle', ['01-x', '02-y'], { '01-x': 'Grade', '02-y': 'Grade' })).toEqual([]);
    const whole = { '01-x': 'Homework', '02-y': 'Homework (1)' };
    expect(problems(canvas('Homework (1)', 'Other (2)'), 'canvas', ['01-x', '02-y'], whole)).toEqual([]);
  });
});

describe('a column that cannot be told', () => {
  test('a wrong name is told with those that there are', () => {
    expect(problems(gradebook, 'moodle', ['01-x'], { '01-x': 'Tarefa: 1' })).toEqual([
      {
        why: 'wrong-name',
        exercise: '01-x',
        title: 'Tarefa: 1',
        headers: ['Tarefa: 01-x (Real)', 'Tarefa: Segunda (Real)'],
      },
    ]);
    expect(problems(worksheet, 'moodle', ['01-x'], { '01-x': 'Points' })).toMatchObject([{ headers: ['Grade'] }]);
  });

  test('not one exercise has a column', () => {
    const headers = ['A (1)', 'B (2)'];
    const exercises = ['01-x', '02-y'];
    expect(problems(canvas(...headers), 'canvas', exercises)).toEqual([{ why: 'none', exercises, headers }]);
  });

  test('some exercises need none', () => {
    expect(problems(gradebook, 'moodle', ['01-x', '02-y'])).toEqual([]);
  });
});

describe('npm run grade with a gradebook', () => {
  const folder = emptyFolder();
  const notebook = changed(handedOut());
  beforeAll(() => {
    for (const exercise of ['01-regression', '02-cross-entropy']) {
      mkdirSync(join(folder, 'in', 'ana'), { recursive: true });
      writeFileSync(join(folder, 'in', 'ana', `${exercise}.ipynb`), notebook);
    }
    writeFileSync(join(folder, 'moodle.csv'), worksheet);
    writeFileSync(join(folder, 'wrong.yaml'), 'exercises: { 01-regression: { column: Points } }\n');
    writeFileSync(join(folder, 'marks.yaml'), 'marks: { ana: { 01-regression: { comment: primeira } } }\n');
  });
  afterAll(() => {
    removeFolder(folder);
  });

  const refused = (args: readonly string[]): string => {
    const { status, stderr } = runCli(folder, ['in', '--out', 'out', '--moodle', 'moodle.csv', ...args]);
    expect(status).toBe(2);
    expect(readdirSync(folder)).not.toContain('out');
    return stderr;
  };

  test('refuses to add up, names the option, and writes nothing', () => {
    const said = refused([]);
    expect(said).toContain('moodle.csv: a coluna "Grade" é uma só, e estas entregas são de 2 exercícios');
    expect(said).toContain('--exercise 01-regression');
    expect(said).toContain('column: "Grade"');
    expect(refused(['--language', 'es'])).toContain('Di de cuál es la columna, con --exercise 01-regression');
  });

  test('a wrong column is no missing file, and marks wait until it is right', () => {
    const said = refused(['--assignment', 'wrong.yaml', '--marks', 'marks.yaml']);
    expect(said).toContain('se chama "Points", como diz exercises.01-regression.column');
    expect(said).toContain('Colunas de notas neste arquivo: "Grade".');
    expect(said).not.toContain('não pôde ser lido');
    expect(readFileSync(join(folder, 'wrong.yaml'), 'utf8')).not.toContain('primeira');
  });
});
