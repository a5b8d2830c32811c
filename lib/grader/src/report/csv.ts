/** One row of grades.csv. */
export interface GradeRow {
  readonly student: string;
  readonly exercise: string;
  readonly score: number;
  readonly max_score: number;
  readonly status: string;
}

/** The text of grades.csv (RFC 4180): comma, decimal dot, sorted by student and exercise. */
export function gradesCsv(rows: readonly GradeRow[]): string {
  const sorted = [...rows].sort((a, b) => compare(a.student, b.student) || compare(a.exercise, b.exercise));
  return ['student,exercise,score,max_score,status', ...sorted.map(gradeLine), ''].join('\n');
}

/** One row's line. */
export function gradeLine({ student, exercise, score, max_score, status }: GradeRow): string {
  return [csvText(student), csvText(exercise), String(score), String(max_score), status].join(',');
}

/** A text field. A leading apostrophe keeps a spreadsheet from taking it as a formula. */
export function csvText(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
