import type { ResultFile, ResultItem, ResultLate, ResultWritten } from '../report/result';
import { sayLate, sayLateUnknown } from '../report/lateWords';
import { sayStatus } from '../report/submissionWords';
import type { Assignment, Marks } from './assignment';
import { dueFor, latenessOf, penaltyOf, type HandInMoment } from './late';

/**
 * Gives a result what an instructor decides: marks and comments by hand, written answers, late penalties. It looks only at
 * what was found out by running, so that it can be done again, with the same file or another.
 */
export function mark(result: ResultFile, assignment: Assignment): ResultFile {
  const marks = assignment.marks.get(result.student)?.get(result.exercise);
  const rules = assignment.exercises.get(result.exercise);
  const items = [...result.items.filter(wasRun).map((item) => markItem(item, marks)), ...byHand(result, marks)];
  const written = result.written.map((answer): ResultWritten => {
    const isZero = hasNoAnswers(result) || (assignment.unansweredIsZero && answer.answer === null);
    const { points = isZero ? 0 : null, criteria, comment = '' } = marks?.items.get(answer.id) ?? {};
    const { points: most = answer.max_points, rubric = [] } = rules?.written.get(answer.id) ?? {};
    const filled = rubric.map((criterion, i) => ({
      points: criterion.points,
      text: criterion.text[result.language],
      given: criteria?.[i] ?? null,
    }));
    return { ...answer, max_points: most, points, comment, rubric: filled };
  });
  const marked = written.filter(({ points }) => points !== null);
  const raw = sum([...items.map(({ points }) => points), ...marked.map(({ points }) => points ?? 0)]);
  const max = sum([result.code_max_score, ...marked.map(({ max_points }) => max_points)]);
  const late = lateOf(result, assignment, raw, max);
  const status = statusOf(result, written);
  return {
    ...result,
    items,
    written,
    status,
    message: sayStatusAgain(result, status),
    raw_score: raw,
    score: sum([raw, -(late?.penalty ?? 0)]),
    max_score: max,
    late,
    comment: marks?.comment ?? '',
  };
}

/** Where nothing was handed in, or nothing that can be read, no answer waits for a human. */
export function hasNoAnswers({ status }: Pick<ResultFile, 'status'>): boolean {
  return status === 'missing' || status === 'broken';
}

/** An item that stands there for a mark by hand alone is made anew each time. */
function wasRun({ lines }: ResultItem): boolean {
  return lines.length > 0;
}

function markItem(item: ResultItem, marks: Marks | undefined): ResultItem {
  const computed = sum(item.lines.map(({ points }) => points));
  const { points, comment = '' } = marks?.items.get(item.id) ?? {};
  return { ...item, points: points ?? computed, by_hand: points !== undefined, comment };
}

/** Marks for items of a file that could not be read, or was handed in otherwise. */
function byHand({ items, written }: ResultFile, marks: Marks | undefined): ResultItem[] {
  const there = new Set([...items.filter(wasRun), ...written].map(({ id }) => id));
  return [...(marks?.items ?? [])].flatMap(([id, { points, comment }]) =>
    there.has(id) || points === undefined
      ? []
      : [
          {
            id,
            title: id,
            points,
            max_points: points,
            status: 'graded',
            lines: [],
            by_hand: true,
            comment,
            formula: '',
          },
        ],
  );
}

function statusOf({ status }: ResultFile, written: readonly ResultWritten[]): ResultFile['status'] {
  if (status !== 'graded' && status !== 'needs-marking') return status;
  return written.some(({ points }) => points === null) ? 'needs-marking' : 'graded';
}

/** The sentence of a status that marks by hand have changed. */
function sayStatusAgain(result: ResultFile, status: ResultFile['status']): string {
  return status === result.status ? result.message : sayStatus(status)[result.language];
}

function lateOf(result: ResultFile, { late: rules }: Assignment, raw: number, max: number): ResultLate | null {
  const { submitted, student, language } = result;
  if (rules === undefined || result.status === 'missing') return null;
  const moment = momentOf(result, rules.submitted.get(student));
  // Canvas says who was late, but not how late.
  if (moment?.from !== 'teacher' && submitted?.platform_says_late === false) return null;
  if (moment === undefined) {
    const { due } = dueFor(rules, student);
    const message = sayLateUnknown(submitted?.platform_says_late === true)[language];
    return { due: due.toISOString(), at: null, from: null, days: 0, percent: 0, penalty: 0, message };
  }
  const lateness = latenessOf(moment.at, rules, student);
  const penalty = penaltyOf(lateness, rules, raw, max);
  return {
    due: lateness.due.toISOString(),
    at: moment.at.toISOString(),
    from: moment.from,
    days: lateness.days,
    percent: lateness.percent,
    penalty,
    message: sayLate(lateness, penalty, moment, rules.timeZone)[language],
  };
}

function momentOf({ submitted }: ResultFile, teacher: Date | undefined): HandInMoment | undefined {
  if (teacher !== undefined) return { at: teacher, from: 'teacher' };
  if (submitted === null || submitted.at === null || submitted.from === null) return undefined;
  return { at: new Date(submitted.at), from: submitted.from };
}

/** Sums of points such as 0.1 + 0.2 are what a reader expects. */
function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, value) => total + value, 0).toFixed(6));
}
