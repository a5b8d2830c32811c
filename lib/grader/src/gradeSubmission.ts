import { createHash } from 'node:crypto';
import type { Oracle } from '../../../solutions/oracles/format';
import type { Converters } from './convert/converters';
import { casesOf, toWire } from './judge/cases';
import { hitStatuses, type CellFailure } from './judge/hit';
import { judgeItem, maxPointsOf, type ItemResult } from './judge/item';
import { randomFor, type Secret } from './judge/secret';
import type { Language } from './language';
import { BrokenNotebook, readNotebook, type BrokenReason, type Notebook } from './read/notebook';
import { planOf, type WrittenItem } from './read/plan';
import type { Repair } from './read/repair';
import type { Submission } from './read/submissions';
import { runPlan, type Wanted } from './run/runPlan';
import type { Runtime } from './runtime/runtime';
import type { Sandbox } from './sandbox/sandbox';
import type { Limits } from './sandbox/limits';
import { SandboxProcess } from './sandbox/sandboxProcess';

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
  readonly written: readonly WrittenItem[];
  readonly failures: readonly CellFailure[];
  readonly repairs: readonly Repair[];
  readonly broken: BrokenReason | undefined;
  readonly output: string;
  /** Of the file handed in. */
  readonly hash: string | undefined;
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
  readonly sandbox: Sandbox;
  readonly limits: Limits;
  readonly converters: Converters;
  /** The language for students whose notebook does not tell theirs. */
  readonly language: Language;
}

/**
 * Grades what one student handed in for one exercise. Whatever is wrong with the file is a verdict.
 * @throws SandboxFailed if the sandbox does not start
 */
export async function gradeSubmission(submission: Submission, exercise: Exercise, means: Means): Promise<Graded> {
  const { oracle } = exercise;
  const nothing = {
    student: submission.student,
    exercise: submission.exercise,
    language: means.language,
    score: 0,
    maxScore: total(oracle.items.map(maxPointsOf)),
    items: [],
    written: [],
    failures: [],
    repairs: [],
    broken: undefined,
    output: '',
    hash: undefined,
  };
  if (submission.file === undefined) return { ...nothing, status: 'missing' };
  let hash: string | undefined;
  try {
    const bytes = await submission.file.read();
    hash = createHash('sha256').update(bytes).digest('hex');
    return {
      ...nothing,
      hash,
      ...(await gradeNotebook(readNotebook(bytes, exercise.released), submission.student, exercise, means)),
    };
  } catch (error) {
    if (!(error instanceof BrokenNotebook)) throw error;
    return { ...nothing, hash, status: 'broken', broken: error.reason };
  }
}

type FromNotebook = Pick<
  Graded,
  'language' | 'status' | 'score' | 'items' | 'written' | 'failures' | 'repairs' | 'output'
>;

async function gradeNotebook(
  notebook: Notebook,
  student: string,
  { oracle, released, runtime }: Exercise,
  { secret, sandbox, limits, converters }: Means,
): Promise<FromNotebook> {
  const { language } = notebook;
  const plan = planOf(
    notebook,
    oracle.items.map(({ id }) => id),
    released[language] ?? released.pt ?? released.es,
  );
  const items = oracle.items.map((item) => ({
    item,
    cases: casesOf(item, randomFor(secret, student, oracle.exercise, item.id)),
  }));
  const wanted: Wanted[] = items.flatMap(({ item, cases }) => {
    const wire = [...cases.ordinary, ...cases.extreme].map(toWire);
    return item.functions.map(({ name }) => ({ item: item.id, name, cases: wire }));
  });
  const run = await runPlan(plan, wanted, converters, () => new SandboxProcess(sandbox, runtime.folder, limits));
  const results = items.map(({ item, cases }) => judgeItem(item, cases, run.functions.get(item.id) ?? new Map()));
  return {
    language,
    status: statusOf(results, plan.written),
    score: total(results.map(({ points }) => points)),
    items: results,
    written: plan.written,
    failures: run.failures,
    repairs: [...notebook.repairs, ...plan.repairs],
    output: run.output,
  };
}

function statusOf(items: readonly ItemResult[], written: readonly WrittenItem[]): Status {
  const hit = hitStatuses.find((status) => items.some((item) => item.status === status));
  return hit ?? (written.length > 0 ? 'needs-marking' : 'graded');
}

function total(points: readonly number[]): number {
  return Number(points.reduce((sum, value) => sum + value, 0).toFixed(6));
}
