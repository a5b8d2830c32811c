import type { Assignment } from '../assignment/assignment';
import { csvText } from './csv';
import type { ResultFile } from './result';

const header =
  'assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score';

/** The columns of `nbgrader export`, with an exercise for an assignment. Texts are guarded as in grades.csv. */
export function nbgraderCsv(results: readonly ResultFile[], { late, students }: Assignment): string {
  const rows = results.map((result) => {
    const { student, exercise, submitted } = result;
    const at = result.late?.at ?? submitted?.at ?? null;
    const due = result.late?.due ?? late?.due.toISOString() ?? null;
    const { first, last } = namesOf(students.get(student)?.name ?? submitted?.platform?.name ?? '');
    const texts = [exercise, moment(due), moment(at), student, last, first, students.get(student)?.email ?? ''];
    const numbers = [result.raw_score, result.late?.penalty ?? 0, result.score, result.max_score];
    return [...texts.map(csvText), ...numbers.map(String)].join(',');
  });
  return [header, ...rows, ''].join('\n');
}

/** nbgrader's times are in UTC and do not say so. */
function moment(iso: string | null): string {
  return iso === null ? '' : iso.replace('T', ' ').replace(/(\.\d+)?Z$/, '');
}

/** `Souza, Ana` or `Ana Souza`: without a comma the last word is the last name. */
function namesOf(name: string): { readonly first: string; readonly last: string } {
  const [last = '', first] = name.split(/\s*,\s*/);
  if (first !== undefined) return { first, last };
  const words = name.trim().split(/\s+/);
  return { first: words.slice(0, -1).join(' '), last: words.at(-1) ?? '' };
}
