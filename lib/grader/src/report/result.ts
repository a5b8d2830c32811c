import type { Graded } from '../gradeSubmission';
import type { Comparison } from '../judge/functions';
import type { Hit } from '../judge/hit';
import type { LineResult } from '../judge/item';
import type { Language, Text } from '../language';
import type { Submission } from '../read/submissions';
import { sayHit } from './studentWords';
import { sayBroken, sayRepair, sayStatus, sayWaiting } from './submissionWords';

/** What else a result tells, so that it can be repeated. */
export interface Provenance {
  readonly seed: string;
  readonly sandbox: string;
  readonly runtime: string;
  readonly oracle: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** `results/<student>/<exercise>.json`. Its fields stay; new ones may come. Messages are in the student's language. */
export interface ResultFile {
  readonly version: 1;
  readonly student: string;
  readonly exercise: string;
  readonly language: Language;
  readonly status: Graded['status'];
  readonly score: number;
  readonly max_score: number;
  readonly message: string;
  readonly items: readonly ResultItem[];
  /** Written answers that a human marks: neither in `score` nor in `max_score` until then. */
  readonly written: readonly ResultWritten[];
  /** Cells that ran not, or not to their end. */
  readonly cells: readonly ResultCell[];
  readonly repairs: readonly { readonly code: string; readonly message: string }[];
  /** What the cells printed, cut. */
  readonly output: string;
  readonly hashes: { readonly submission: string | null; readonly oracle: string; readonly runtime: string };
  readonly seed: string;
  readonly sandbox: string;
  readonly versions: Readonly<Record<string, string>>;
  /** The file that counts, and when it was handed in. */
  readonly submitted: ResultSubmitted | null;
  /** The most points of what is graded by running it. */
  readonly code_max_score: number;
  /** The points before what being late takes off. */
  readonly raw_score: number;
  readonly late: ResultLate | null;
  /** The instructor's comment on the whole. */
  readonly comment: string;
}

export interface ResultWritten {
  readonly id: string;
  readonly max_points: number;
  readonly question: string;
  /** What the student wrote; null if nothing. */
  readonly answer: string | null;
  /** null until a human marks it. */
  readonly points: number | null;
  readonly comment: string;
  readonly rubric: readonly ResultCriterion[];
}

export interface ResultCriterion {
  readonly points: number;
  readonly text: string;
  /** What the answer was given for it; null where it was marked as a whole, or not yet. */
  readonly given: number | null;
}

export interface ResultSubmitted {
  readonly file: string;
  /** ISO 8601, if it is known. */
  readonly at: string | null;
  readonly from: 'platform' | 'timestamp' | 'file' | null;
  /** Canvas says it, without a time; null where nobody says it. */
  readonly platform_says_late: boolean | null;
  /** What a learning platform calls the student. */
  readonly platform: { readonly system: 'moodle' | 'canvas'; readonly id: string; readonly name: string } | null;
  /** Files that were handed in before, and do not count. */
  readonly earlier: readonly string[];
}

export interface ResultLate {
  readonly due: string;
  readonly at: string | null;
  readonly from: 'teacher' | 'platform' | 'timestamp' | 'file' | null;
  readonly days: number;
  readonly percent: number;
  /** Points taken off. */
  readonly penalty: number;
  readonly message: string;
}

export interface ResultItem {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly max_points: number;
  readonly status: string;
  readonly lines: readonly ResultLine[];
  /** Whether the points are the instructor's. */
  readonly by_hand: boolean;
  readonly comment: string;
  /** The formula that the exercise gives, as LaTeX; empty if it gives none. */
  readonly formula: string;
}

export interface ResultLine {
  readonly line: LineResult['line'];
  readonly points: number;
  readonly max_points: number;
  readonly status: LineResult['status'];
  readonly message: string;
  /** Ids of the named mistakes that the answers fit, and their families. */
  readonly mistakes: readonly string[];
  readonly families: readonly string[];
  /** The numbers of the public cases, for a plot; null where there is nothing to compare. */
  readonly comparison: ResultComparison | null;
  /** Whether it is wrong because nobody has answered it: the code is the one that was handed out. */
  readonly untouched: boolean;
  /** How the answer came to nothing, such as `type-error`; null where it ran. */
  readonly why: Hit['why'] | null;
}

export interface ResultComparison {
  readonly expected: readonly number[];
  readonly got: readonly number[];
  /** How many points more there are in which one of the two is NaN or infinite, which JSON and a plot do not have. */
  readonly not_finite: number;
}

export interface ResultCell {
  readonly cell: number;
  readonly status: string;
  readonly message: string;
  /** Where the compiler found an error; `text` is the student's own line. */
  readonly fault: { readonly line: number; readonly column: number; readonly text: string } | null;
}

/** Whether a human still has to mark something, whatever became of the answers in code. */
export function waitsForMarks({ written }: Pick<ResultFile, 'written'>): boolean {
  return written.some(({ points }) => points === null);
}

/** What became of a submission. A status tells the worst, which may hide that a human still has to mark something. */
export function messageOf(result: Pick<ResultFile, 'message' | 'status' | 'written' | 'language'>): string {
  const { message, status, language } = result;
  return status !== 'needs-marking' && waitsForMarks(result) ? `${message} ${sayWaiting[language]}` : message;
}

/** The result as it is written, in the student's language, before an instructor's marks. */
export function resultOf(
  graded: Graded,
  provenance: Provenance,
  submission?: Submission,
  formulas: ReadonlyMap<string, string> = new Map(),
): ResultFile {
  const { student, exercise, language, status, score, maxScore, broken } = graded;
  const say = (text: Text): string => text[language];
  const { seed, sandbox, runtime, oracle, versions } = provenance;
  return {
    version: 1,
    student,
    exercise,
    language,
    status,
    score,
    max_score: maxScore,
    message: say(broken === undefined ? sayStatus(status) : sayBroken(broken)),
    items: graded.items.map((item) => ({
      id: item.id,
      title: say(item.title),
      points: item.points,
      max_points: item.maxPoints,
      status: item.status,
      lines: item.lines.map((line) => ({
        line: line.line,
        points: line.points,
        max_points: line.maxPoints,
        status: line.status,
        message: line.message === undefined ? '' : say(line.message),
        mistakes: line.mistakes,
        families: line.families,
        comparison: line.comparison === undefined ? null : drawable(line.comparison),
        untouched: line.status === 'wrong' && (line.untouched === true || graded.untouched.includes(item.id)),
        why: line.why ?? null,
      })),
      by_hand: false,
      comment: '',
      formula: formulas.get(item.id) ?? '',
    })),
    written: graded.written.map(({ id, maxPoints, question, answer = null }) => ({
      id,
      max_points: maxPoints,
      question,
      answer,
      points: null,
      comment: '',
      rubric: [],
    })),
    cells: graded.failures.map(({ cell, hit }) => ({
      cell,
      status: hit.why,
      message: say(sayHit(hit)),
      fault: hit.why === 'type-error' ? { line: hit.fault.line, column: hit.fault.column, text: hit.fault.text } : null,
    })),
    repairs: graded.repairs.map((repair) => ({ code: repair.code, message: say(sayRepair(repair)) })),
    output: graded.output,
    hashes: { submission: graded.hash ?? null, oracle, runtime },
    seed,
    sandbox,
    versions,
    submitted: submittedOf(submission),
    code_max_score: maxScore,
    raw_score: score,
    late: null,
    comment: '',
  };
}

/** JSON has no infinities; what has many numbers makes no picture. */
function drawable({ expected, got }: Comparison): ResultComparison | null {
  const finite = expected.flatMap((value, i) => (Number.isFinite(value) && Number.isFinite(got[i]) ? [i] : []));
  if (finite.length === 0) return null;
  const of = (values: readonly number[]): number[] => finite.slice(0, 60).map((i) => values[i] ?? 0);
  return { expected: of(expected), got: of(got), not_finite: expected.length - finite.length };
}

function submittedOf(submission: Submission | undefined): ResultSubmitted | null {
  if (submission?.file === undefined) return null;
  const { file, time, platform, earlier } = submission;
  return {
    file: file.path.join('/'),
    at: time?.at.toISOString() ?? null,
    from: time?.from ?? null,
    platform_says_late: platform?.late ?? null,
    platform: platform === undefined ? null : { system: platform.system, id: platform.id, name: platform.name },
    earlier,
  };
}
