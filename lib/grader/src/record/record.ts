import { createHash } from 'node:crypto';
import type { Exercise, Graded } from '../gradeSubmission';
import type { ResultFile } from '../report/result';
import type { Limits } from '../sandbox/limits';

/** A mark with all that it came from: a line of `records.jsonl`. Its fields stay; new ones may come. */
export interface MarkRecord {
  readonly version: 1;
  /** ISO 8601. */
  readonly time: string;
  readonly student: string;
  readonly exercise: string;
  /** Which of the student's files it is, from 1; null where nothing was run. */
  readonly attempt: number | null;
  /** Names the seed without telling it. */
  readonly seed: string;
  readonly status: string;
  readonly score: number;
  readonly max_score: number;
  /** Points taken off for being late. */
  readonly penalty: number;
  readonly items: readonly RecordItem[];
  readonly written: readonly { readonly id: string; readonly points: number | null; readonly max_points: number }[];
  readonly hashes: RecordHashes;
  readonly limits: Limits;
  /** The kind of sandbox; null where nothing was run. */
  readonly sandbox: string | null;
  readonly versions: Readonly<Record<string, string>>;
}

interface RecordItem {
  readonly id: string;
  readonly points: number;
  readonly max_points: number;
  /** Whether the points are the instructor's. */
  readonly by_hand: boolean;
  /** What the grader found out, by line. */
  readonly lines: Readonly<Record<string, string>>;
}

interface RecordHashes {
  /** Of the file handed in; null if there is none that can be read. */
  readonly submission: string | null;
  /** Of the exercise as it was handed out. */
  readonly exercise: string;
  readonly oracle: string;
  readonly runtime: string;
  /** Of the job: what was run, with which cases and limits; null where nothing was run. */
  readonly job: string | null;
  /** Of what the student's functions gave. */
  readonly answers: string | null;
}

export function recordOf(
  result: ResultFile,
  { run }: Graded,
  exercise: Exercise,
  limits: Limits,
  versions: Readonly<Record<string, string>>,
): MarkRecord {
  const { submission, oracle, runtime } = result.hashes;
  const [job, answers] = [run?.job ?? null, run?.answers ?? null];
  return {
    version: 1,
    time: new Date().toISOString(),
    student: result.student,
    exercise: result.exercise,
    attempt: run?.attempt ?? null,
    seed: result.seed,
    status: result.status,
    score: result.score,
    max_score: result.max_score,
    penalty: result.late?.penalty ?? 0,
    items: result.items.map(({ id, points, max_points, by_hand, lines }) => {
      const found = Object.fromEntries(lines.map(({ line, status }) => [line, status]));
      return { id, points, max_points, by_hand, lines: found };
    }),
    written: result.written.map(({ id, points, max_points }) => ({ id, points, max_points })),
    hashes: { submission, exercise: releasedHash(exercise), oracle, runtime, job, answers },
    limits,
    sandbox: run?.sandbox ?? null,
    versions,
  };
}

/** Names an exercise as it was handed out. */
export function releasedHash({ released }: Exercise): string {
  return createHash('sha256').update(JSON.stringify(released)).digest('hex');
}
