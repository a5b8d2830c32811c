import type { Assignment } from '../assignment/assignment';
import type { FullName } from '../lms/names';
import { csvText } from './csv';
import type { ResultFile } from './result';

const header =
  'assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score';

/**
 * The columns of `nbgrader export`, with an exercise for an assignment. Texts are guarded as in grades.csv.
 * @param names of students, where they are known
 */
export function nbgraderCsv(
  results: readonly ResultFile[],
  { late }: Assignment,
  names: ReadonlyMap<string, FullName>,
): string {
  const rows = results.map((result) => {
    const { student, exercise, submitted } = result;
    const at = result.late?.at ?? submitted?.at ?? null;
    const due = result.late?.due ?? late?.due.toISOString() ?? null;
    const { first, last, email } = names.get(student) ?? { first: '', last: '', email: '' };
    const texts = [exercise, moment(due), moment(at), student, last, first, email];
    const numbers = [result.raw_score, result.late?.penalty ?? 0, result.score, result.max_score];
    return [...texts.map(csvText), ...numbers.map(String)].join(',');
  });
  return [header, ...rows, ''].join('\n');
}

/** nbgrader's times are in UTC and do not say so. */
function moment(iso: string | null): string {
  return iso === null ? '' : iso.replace('T', ' ').replace(/(\.\d+)?Z$/, '');
}
