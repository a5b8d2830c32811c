import { createHash } from 'node:crypto';
import type { Oracle } from '../../../solutions/oracles/format';
import { casesOf, toWire } from './judge/cases';
import { hitStatuses, type CellFailure } from './judge/hit';
import { judgeItem, maxPointsOf, type ItemResult } from './judge/item';
import { randomFor, type Secret } from './judge/secret';
import type { Language } from './language';
import { BrokenNotebook, readNotebook, type BrokenReason, type Notebook } from './read/notebook';
import { planOf, writtenIn, type WrittenItem } from './read/plan';
import type { Repair } from './read/repair';
import type { Submission } from './read/submissions';
import { contentHash, type RunJob } from './run/runJob';
import type { Runner } from './run/runner';
import { unpackRun } from './run/storedRun';
import type { Runtime } from './runtime/runtime';
import type { Limits } from './sandbox/limits';

export type Status = 'graded' | 'needs-marking' | 'not-executed' | 'timeout' | 'crashed' | 'broken' | 'missing';

/** All that is known of a graded submission. */
export interface Graded {
  readonly student: string;
  readonly exercise: string;
  readonly language: Language;
  readonly status: Status;
  readonly score: number;
  readonly maxScore: number;
  readonly items: readonly ItemResult[];
  /** Ids of the items whose answer cell is still as it was handed out. */
  readonly untouched: readonly string[];
  readonly written: readonly WrittenItem[];
  readonly failures: readonly CellFailure[];
  readonly repairs: readonly Repair[];
  readonly broken: BrokenReason | undefined;
  readonly output: string;
  /** Of the file handed in. */
  readonly hash: string | undefined;
  /** How it was run; undefined if there was nothing to run. */
  readonly run: GradedRun | undefined;
}

export interface GradedRun {
  /** The content hash of the job. */
  readonly job: string;
  /** Which of the student's files it is, from 1: each has secret cases of its own. */
  readonly attempt: number;
  readonly sandbox: string;
  /** Of what the student's functions gave. */
  readonly answers: string;
}

/** An exercise with what is needed to grade it. */
export interface Exercise {
  readonly oracle: Oracle;
  readonly released: Readonly<Record<Language, Notebook | undefined>>;
  readonly runtime: Runtime;
}

/** What all submissions of a run share. */
export interface Means {
  readonly secret: Secret;
  readonly runner: Runner;
  /** Whether students' code must run in a sandbox. */
  readonly isolated: boolean;
  readonly limits: Limits;
  /** Of what a run depends on, from `runVersions`. */
  readonly versions: Readonly<Record<string, string>>;
  /** The language for students whose notebook does not tell theirs. */
  readonly language: Language;
  /** Which of the student's files this one is, by its hash; the first unless told otherwise. */
  readonly attemptOf?: (submission: Submission, hash: string) => number;
}

/**
 * Grades what one student handed in for one exercise. Whatever is wrong with the file is a verdict.
 * @throws SandboxFailed if the sandbox does not start
 */
export async function gradeSubmission(submission: Submission, exercise: Exercise, means: Means): Promise<Graded> {
  const { oracle, released } = exercise;
  const nothing = {
    student: submission.student,
    exercise: submission.exercise,
    language: means.language,
    score: 0,
    maxScore: total(oracle.items.map(maxPointsOf)),
    items: [],
    untouched: [],
    // Empty ones are points that could be had, as anybody else's.
    written: writtenIn(released[means.language] ?? released.pt ?? released.es),
    failures: [],
    repairs: [],
    broken: undefined,
    output: '',
    hash: undefined,
    run: undefined,
  };
  if (submission.file === undefined) return { ...nothing, status: 'missing' };
  let hash: string | undefined;
  try {
    const bytes = await submission.file.read();
    hash = createHash('sha256').update(bytes).digest('hex');
    const notebook = readNotebook(bytes, exercise.released);
    const attempt = means.attemptOf?.(submission, hash) ?? 1;
    return { ...nothing, hash, ...(await gradeNotebook(notebook, submission.student, attempt, exercise, means)) };
  } catch (error) {
    if (!(error instanceof BrokenNotebook)) throw error;
    return { ...nothing, hash, status: 'broken', broken: error.reason };
  }
}

type FromNotebook = Pick<
  Graded,
  'language' | 'status' | 'score' | 'items' | 'untouched' | 'written' | 'failures' | 'repairs' | 'output' | 'run'
>;

async function gradeNotebook(
  notebook: Notebook,
  student: string,
  attempt: number,
  { oracle, released, runtime }: Exercise,
  { secret, runner, isolated, limits, versions }: Means,
): Promise<FromNotebook> {
  const { language } = notebook;
  const plan = planOf(
    notebook,
    oracle.items.map(({ id }) => id),
    released[language] ?? released.pt ?? released.es,
  );
  const items = oracle.items.map((item) => ({
    item,
    cases: casesOf(item, randomFor(secret, student, oracle.exercise, String(attempt), item.id)),
  }));
  const { steps, withoutAnswer, untouched } = plan;
  const job: RunJob = {
    version: 1,
    steps,
    withoutAnswer,
    wanted: items.flatMap(({ item, cases }) => {
      const wire = [...cases.ordinary, ...cases.extreme].map(toWire);
      return item.functions.map(({ name }) => ({ item: item.id, name, cases: wire }));
    }),
    forbidden: oracle.forbidden,
    runtime: runtime.hash,
    versions,
    isolated,
    limits,
  };
  const stored = await runner.run(job);
  const run = unpackRun(stored);
  const results = items.map(({ item, cases }) => judgeItem(item, cases, run.functions.get(item.id) ?? new Map()));
  const answers = createHash('sha256').update(JSON.stringify(stored.functions)).digest('hex');
  return {
    language,
    status: statusOf(results, plan.written),
    score: total(results.map(({ points }) => points)),
    items: results,
    untouched,
    written: plan.written,
    failures: run.failures,
    repairs: [...notebook.repairs, ...plan.repairs],
    output: run.output,
    run: { job: contentHash(job), attempt, sandbox: stored.sandbox, answers },
  };
}

function statusOf(items: readonly ItemResult[], written: readonly WrittenItem[]): Status {
  const hit = hitStatuses.find((status) => items.some((item) => item.status === status));
  return hit ?? (written.length > 0 ? 'needs-marking' : 'graded');
}

function total(points: readonly number[]): number {
  return Number(points.reduce((sum, value) => sum + value, 0).toFixed(6));
}
