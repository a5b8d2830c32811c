import { latenessOf, penaltyOf } from '../../../lib/grader/src/assignment/late';
import { mark } from '../../../lib/grader/src/assignment/mark';
import {
  plainAssignment,
  type Assignment,
  type ExerciseRules,
  type LateRules,
  type Marks,
} from '../../../lib/grader/src/assignment/assignment';
import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { waitsForMarks, type ResultFile, type ResultSubmitted } from '../../../lib/grader/src/report/result';
import { result } from '../support/result';

const rules: LateRules = {
  due: new Date('2026-11-20T23:59:00Z'),
  timeZone: 'UTC',
  graceMs: 900_000,
  percentPerDay: 10,
  of: 'maximum',
  atMost: 50,
  cutOff: new Date('2026-11-27T23:59:00Z'),
  extensions: new Map([['bia', new Date('2026-11-22T23:59:00Z')]]),
  submitted: new Map(),
};

describe('lateness', () => {
  test.each([
    ['2026-11-20T23:59:00Z', 'ana', 0, 0, false],
    ['2026-11-21T00:14:00Z', 'ana', 0, 0, false],
    ['2026-11-21T00:14:01Z', 'ana', 1, 10, false],
    ['2026-11-21T23:59:00Z', 'ana', 1, 10, false],
    ['2026-11-21T23:59:01Z', 'ana', 2, 20, false],
    ['2026-11-27T23:59:00Z', 'ana', 7, 50, false],
    ['2026-11-27T23:59:01Z', 'ana', 8, 100, true],
    ['2026-11-22T23:59:00Z', 'bia', 0, 0, false],
    ['2026-11-23T23:59:00Z', 'bia', 1, 10, false],
    ['2026-11-29T23:59:01Z', 'bia', 8, 100, true],
  ])('%s by %s: %i days, %i %%', (at, student, days, percent, afterCutOff) => {
    expect(latenessOf(new Date(at), rules, student)).toMatchObject({ days, percent, afterCutOff });
  });

  test('a penalty takes no more than there is', () => {
    const late = { due: rules.due, days: 3, percent: 30, afterCutOff: false };
    expect(penaltyOf(late, rules, 20, 30)).toBe(9);
    expect(penaltyOf(late, rules, 5, 30)).toBe(5);
    expect(penaltyOf(late, { ...rules, of: 'earned' }, 20, 30)).toBe(6);
    expect(penaltyOf({ ...late, afterCutOff: true }, { ...rules, of: 'earned' }, 20, 30)).toBe(20);
  });
});

const marks = (items: Marks['items'], comment = ''): Pick<Assignment, 'marks'> => ({
  marks: new Map([['ana', new Map([['01-x', { comment, items }]])]]),
});
const handedIn = (submitted: Partial<ResultSubmitted>): ResultFile =>
  result({
    submitted: { file: 'f', at: null, from: null, platform_says_late: null, platform: null, earlier: [], ...submitted },
  });

describe('marks', () => {
  test('without an assignment a result stays what it is', () => {
    const plain = result({});
    expect(mark(plain, plainAssignment)).toEqual(plain);
  });

  test('points by hand replace those computed, and can be taken back', () => {
    const given = new Map([['mse', { points: 1.5, comment: 'ok' }]]);
    const marked = mark(result({}), { ...plainAssignment, ...marks(given, 'whole') });
    expect(marked).toMatchObject({ score: 4.5, max_score: 9, raw_score: 4.5, comment: 'whole' });
    expect(marked.items[0]).toMatchObject({ points: 1.5, by_hand: true, comment: 'ok' });
    expect(mark(marked, plainAssignment)).toEqual(result({}));
  });

  test('written answers count once they are marked', () => {
    const essay = { id: 'essay', max_points: 5, question: 'q', answer: 'a', points: null, comment: '', rubric: [] };
    const waiting = result({ status: 'needs-marking', written: [essay] });
    expect(mark(waiting, plainAssignment)).toMatchObject({ status: 'needs-marking', score: 7, max_score: 9 });
    const marked = mark(waiting, { ...plainAssignment, ...marks(new Map([['essay', { points: 4, comment: 'bem' }]])) });
    expect(marked).toMatchObject({ status: 'graded', message: 'Corrigido.', score: 11, max_score: 14 });
    expect(marked.written[0]).toMatchObject({ points: 4, comment: 'bem' });
    expect(mark(marked, plainAssignment)).toMatchObject({ status: 'needs-marking', score: 7, max_score: 9 });
  });

  test('criteria stand beside what they are worth, and are made anew with the file', () => {
    const essay = { id: 'essay', max_points: 5, question: 'q', answer: 'a', points: null, comment: '', rubric: [] };
    const text = { pt: 'Diz', es: 'Dice' };
    const rubric = [
      { points: 3, text },
      { points: 2, text },
    ];
    const rulesWith: ExerciseRules = {
      points: new Map(),
      written: new Map([['essay', { points: 5, rubric }]]),
      column: undefined,
      outOf: undefined,
    };
    const assignment = { ...plainAssignment, exercises: new Map([['01-x', rulesWith]]) };
    const waiting = mark(result({ language: 'es', written: [essay] }), assignment);
    expect(waiting.written[0]?.rubric).toEqual([
      { points: 3, text: 'Dice', given: null },
      { points: 2, text: 'Dice', given: null },
    ]);
    const given = new Map([['essay', { points: 2.5, criteria: [2.5, 0], comment: '' }]]);
    const marked = mark(waiting, { ...assignment, ...marks(given) });
    expect(marked).toMatchObject({ status: 'graded', score: 9.5, max_score: 14 });
    expect(marked.written[0]?.rubric.map((one) => one.given)).toEqual([2.5, 0]);
    expect(feedbackHtml(marked)).toContain(
      '<li>Dice <strong>2,5</strong> / 3</li><li>Dice <strong>0</strong> / 2</li>',
    );
    expect(mark(marked, assignment)).toEqual(waiting);
  });

  test('an answer that was left empty has 0 where the file says so, and a mark by hand is worth more', () => {
    const empty = { id: 'essay', max_points: 5, question: 'q', answer: null, points: null, comment: '', rubric: [] };
    const zero = { ...plainAssignment, unansweredIsZero: true };
    const waiting = result({ status: 'needs-marking', written: [empty, { ...empty, id: 'other', answer: 'a' }] });
    expect(mark(waiting, plainAssignment).written.map(({ points }) => points)).toEqual([null, null]);
    expect(mark(waiting, zero)).toMatchObject({ status: 'needs-marking', score: 7, max_score: 14 });
    expect(mark(waiting, zero).written.map(({ points }) => points)).toEqual([0, null]);
    const orally = { ...zero, ...marks(new Map([['essay', { points: 4, comment: '' }]])) };
    expect(mark(waiting, orally).written[0]).toMatchObject({ points: 4 });
  });

  test.each(['missing', 'broken'] as const)(
    'where the file is %s no answer waits: all points could be had',
    (status) => {
      const essay = { id: 'essay', max_points: 5, question: 'q', answer: null, points: null, comment: '', rubric: [] };
      const nothing = result({ status, items: [], written: [essay], raw_score: 0, score: 0 });
      expect(mark(nothing, plainAssignment)).toMatchObject({ status, score: 0, max_score: 14 });
      expect(waitsForMarks(mark(nothing, plainAssignment))).toBe(false);
      const orally = { ...plainAssignment, ...marks(new Map([['essay', { points: 4, comment: '' }]])) };
      expect(mark(nothing, orally)).toMatchObject({ score: 4, max_score: 14 });
    },
  );

  test('a file that cannot be read can be marked by hand', () => {
    const broken = result({ status: 'broken', items: [], raw_score: 0, score: 0 });
    const given = { ...plainAssignment, ...marks(new Map([['mse', { points: 3, comment: '' }]])) };
    const marked = mark(broken, given);
    expect(marked).toMatchObject({ status: 'broken', score: 3, max_score: 9 });
    expect(mark(marked, given)).toEqual(marked);
  });
});

describe('late penalties', () => {
  const late = { ...plainAssignment, late: rules };
  const at = '2026-11-22T12:00:00.000Z';

  test('are taken off, with the reason', () => {
    const marked = mark(handedIn({ at, from: 'timestamp' }), late);
    expect(marked).toMatchObject({
      raw_score: 7,
      score: 5.2,
      late: { days: 2, percent: 20, penalty: 1.8, from: 'timestamp' },
    });
    expect(marked.late?.message).toBe(
      'Entregue em 22/11/2026, 12:00 UTC (hora de timestamp.txt); o prazo terminou em 20/11/2026, 23:59 UTC. Dias de atraso: 2; desconto de 20%; pontos descontados: 1,8.',
    );
    expect(mark(marked, late)).toEqual(marked);
  });

  test('a time that the teacher gives is worth more than any other', () => {
    const rulesOf = (iso: string): Assignment => ({
      ...late,
      late: { ...rules, submitted: new Map([['ana', new Date(iso)]]) },
    });
    const marked = mark(handedIn({ at, from: 'file', platform_says_late: false }), rulesOf('2026-11-20T10:00:00Z'));
    expect(marked).toMatchObject({ score: 7, late: { from: 'teacher', days: 0 } });
  });

  test('where the time is unknown nothing is taken off, and it is said', () => {
    expect(mark(handedIn({ platform_says_late: true }), late)).toMatchObject({
      score: 7,
      late: { at: null, penalty: 0 },
    });
    expect(mark(handedIn({}), late).late?.message).toContain('não é conhecida');
    expect(mark(handedIn({ platform_says_late: false }), late).late).toBeNull();
  });

  test('who handed in nothing is not late', () => {
    expect(mark(result({ status: 'missing' }), late).late).toBeNull();
  });
});
