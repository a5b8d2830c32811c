import { readNotebook, type Notebook } from '../../lib/grader/src/read/notebook';
import { planOf, type Plan } from '../../lib/grader/src/read/plan';

type Kind = 'setup' | 'answer' | 'test' | 'own' | 'written';

const flags: Record<Exclude<Kind, 'own'>, object> = {
  setup: { locked: true, grade: false, solution: false },
  answer: { locked: false, grade: false, solution: true },
  test: { locked: true, grade: true, solution: false, points: 4 },
  written: { locked: false, grade: true, solution: true, points: 5 },
};

function cell(kind: Kind, id: string, source = id, metadata = true): unknown {
  const nbgrader = kind === 'own' || !metadata ? {} : { nbgrader: { ...flags[kind], grade_id: id, schema_version: 3 } };
  return { cell_type: kind === 'written' ? 'markdown' : 'code', id: `id-${id}`, source, metadata: nbgrader };
}

const notebook = (...cells: unknown[]): Notebook =>
  readNotebook(JSON.stringify({ nbformat: 4, metadata: { lossbook: { language: 'pt' } }, cells }));

const released = notebook(
  cell('setup', 'setup', 'original'),
  cell('answer', 'a', 'stub a'),
  cell('test', 'a-check'),
  cell('answer', 'b', 'stub b'),
  cell('test', 'b-check'),
);

const plan = (cells: unknown[], original: Notebook | undefined = released): Plan =>
  planOf(notebook(...cells), ['a', 'b'], original);

const steps = ({ steps }: Plan): string[] =>
  steps.map((step) =>
    step.do === 'take' ? `take ${step.item}` : `${step.source}${step.item ? ` = ${step.item}` : ''}`,
  );

const repairs = ({ repairs }: Plan): string[] => repairs.map(({ code, gradeId }) => `${code} ${gradeId ?? ''}`);

describe('what is run', () => {
  test('cells in their order, without test cells, with the functions taken where those stand', () => {
    const made = plan([
      cell('setup', 'setup', 'original'),
      cell('own', 'x'),
      cell('answer', 'a', 'mine'),
      cell('test', 'a-check', 'forged'),
      cell('answer', 'b'),
      cell('own', 'y'),
      cell('test', 'b-check'),
    ]);
    expect(steps(made)).toEqual(['original', 'x', 'mine = a', 'take a', 'b = b', 'y', 'take b']);
    expect(made.repairs).toEqual([]);
  });

  test('locked cells are the released ones, also when they were changed or deleted', () => {
    const rest = [cell('answer', 'a'), cell('test', 'a-check'), cell('answer', 'b'), cell('test', 'b-check')];
    const altered = plan([cell('setup', 'setup', 'forged'), ...rest]);
    expect(steps(altered)[0]).toBe('original');
    expect(repairs(altered)).toEqual(['locked-changed setup']);
    const deleted = plan([cell('own', 'x'), ...rest]);
    expect(steps(deleted)).toEqual(['x', 'original', 'a = a', 'take a', 'b = b', 'take b']);
    expect(repairs(deleted)).toEqual(['locked-missing setup']);
  });

  test('an answer that is gone is told; its functions may still come from another cell', () => {
    const made = plan([
      cell('setup', 'setup', 'original'),
      cell('own', 'x'),
      cell('test', 'a-check'),
      cell('answer', 'b'),
    ]);
    expect(made.withoutAnswer).toEqual(['a']);
    expect(steps(made)).toEqual(['original', 'x', 'take a', 'b = b', 'take b']);
  });

  test('an answer that is as it was handed out is told; a space more is none', () => {
    const made = plan([cell('answer', 'a', 'stub a\n'), cell('answer', 'b', 'mine')]);
    expect(made.untouched).toEqual(['a']);
    expect(plan([cell('own', 'x')]).untouched).toEqual([]);
  });

  test('of several answer cells the last is taken, even after the test cell', () => {
    const made = plan([
      cell('setup', 'setup', 'original'),
      cell('answer', 'a', 'first'),
      cell('test', 'a-check'),
      cell('answer', 'a', 'second'),
      cell('answer', 'b'),
    ]);
    expect(steps(made)).toEqual(['original', 'first', 'second = a', 'take a', 'b = b', 'take b']);
    expect(made.repairs).toEqual([{ code: 'duplicate', cell: 4, gradeId: 'a' }]);
  });

  test('a cell that lost its metadata is known by its id', () => {
    const made = plan([
      cell('setup', 'setup', 'forged', false),
      cell('answer', 'a', 'mine', false),
      cell('answer', 'b'),
    ]);
    expect(steps(made)).toEqual(['original', 'mine = a', 'b = b', 'take a', 'take b']);
    expect(repairs(made)).toEqual(['by-cell-id setup', 'by-cell-id a', 'locked-changed setup']);
  });

  test('an answer cell dressed as a test cell is still run', () => {
    const dressed = {
      cell_type: 'code',
      id: 'z',
      source: 'mine',
      metadata: { nbgrader: { ...flags.test, grade_id: 'a' } },
    };
    expect(steps(plan([cell('setup', 'setup', 'original'), dressed, cell('answer', 'b')]))).toContain('mine = a');
  });

  test('an answer cell turned into prose is run as the code that it was', () => {
    const prose = { ...(cell('answer', 'a', 'mine') as object), cell_type: 'markdown' };
    const made = plan([cell('setup', 'setup', 'original'), prose, cell('answer', 'b')]);
    expect(steps(made)).toContain('mine = a');
    expect(repairs(made)).toEqual(['wrong-kind a']);
  });

  test("without the released exercise the student's locked cells are run", () => {
    const made = planOf(notebook(cell('setup', 'setup', 'own'), cell('answer', 'a')), ['a'], undefined);
    expect(steps(made)).toEqual(['own', 'a = a', 'take a']);
  });

  test('written answers wait for a human', () => {
    const withEssay = notebook(cell('written', 'essay'));
    expect(planOf(notebook(), [], withEssay).written).toEqual([
      { id: 'essay', maxPoints: 5, question: 'essay', answer: undefined },
    ]);
  });

  test('a written answer is kept, also without metadata', () => {
    const withEssay = notebook(cell('answer', 'a'), cell('written', 'essay', 'stub'), cell('answer', 'b'));
    const answered = { cell_type: 'markdown', id: 'new', source: 'my words', metadata: {} };
    const made = planOf(notebook(cell('answer', 'a'), answered, cell('answer', 'b')), ['a', 'b'], withEssay);
    expect(made.written[0]?.answer).toBe('my words');
    expect(repairs(made)).toEqual(['by-position essay']);
    const untouched = planOf(notebook(cell('written', 'essay', 'stub')), [], withEssay);
    expect(untouched.written[0]?.answer).toBeUndefined();
  });
});
