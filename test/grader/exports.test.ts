import { gradescopeResults } from '../../lib/grader/src/report/gradescope';
import { nbgraderCsv } from '../../lib/grader/src/report/nbgraderCsv';
import { plainAssignment } from '../../lib/grader/src/assignment/assignment';
import { fullNames } from '../../lib/grader/src/lms/names';
import { item, line, result } from './support/result';

describe('nbgrader’s columns', () => {
  test('are those of its export, guarded against formulas', () => {
    const students = new Map([
      ['ana', { id: undefined, sisId: undefined, login: undefined, email: '=1+1', name: 'Souza, Ana Maria' }],
      ['=x', { id: undefined, sisId: undefined, login: undefined, email: undefined, name: 'Bia Lima' }],
    ]);
    const late = {
      due: '2026-11-20T23:59:00.000Z',
      at: '2026-11-21T08:00:00.000Z',
      from: 'file',
      days: 1,
      percent: 10,
      penalty: 0.7,
      message: '',
    } as const;
    const rows = [result({ late, score: 6.3 }), result({ student: '=x', status: 'missing', score: 0, raw_score: 0 })];
    const assignment = { ...plainAssignment, students };
    expect(nbgraderCsv(rows, assignment, fullNames(rows, [], assignment))).toBe(
      `assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score
01-x,2026-11-20 23:59:00,2026-11-21 08:00:00,ana,Souza,Ana Maria,'=1+1,7,0.7,6.3,9
01-x,,,'=x,Lima,Bia,,0,0,0,9
`,
    );
  });
});

describe('Gradescope’s results.json', () => {
  const evil = '<b>&</b>';

  test('has a test for each line, as plain text', () => {
    const marked = { ...item('l1', [line(3, 3)]), points: 1, by_hand: true, comment: 'ok' };
    const graded = result({ items: [item('mse', [line(0, 4, { message: evil })]), marked], score: 1, comment: evil });
    const written = [{ id: 'essay', max_points: 5, question: '', answer: 'a', points: 4, comment: 'c', rubric: [] }];
    expect(gradescopeResults([graded, result({ exercise: '02-y', items: [], written, score: 4 })])).toEqual({
      score: 5,
      output: `01-x: Corrigido.\n${evil}\n02-y: Corrigido.`,
      output_format: 'text',
      test_output_format: 'text',
      test_name_format: 'text',
      visibility: 'visible',
      stdout_visibility: 'hidden',
      tests: [
        { name: '01-x · MSE · Valor', score: 0, max_score: 4, status: 'failed', output: evil },
        { name: '01-x · L1', score: 1, max_score: 3, output: 'ok' },
        { name: '02-y · essay', score: 4, max_score: 5, output: 'c' },
      ],
      extra_data: { status: { '01-x': 'graded', '02-y': 'graded' } },
    });
  });

  test('points have two decimals at most, which people read there', () => {
    const third = { ...item('mse', [line(4 / 3, 4)]) };
    expect(gradescopeResults([result({ items: [third], score: 2.333333 })])).toMatchObject({
      score: 2.33,
      tests: [{ score: 1.33, max_score: 4 }],
    });
  });

  test('written answers without a mark are not there', () => {
    const written = [{ id: 'essay', max_points: 5, question: '', answer: 'a', points: null, comment: '', rubric: [] }];
    expect(gradescopeResults([result({ items: [], written })])).toMatchObject({ tests: [] });
  });
});
