import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Assignment } from '../assignment/assignment';
import { mark } from '../assignment/mark';
import { earlierResults, hasItems, withOtherItems } from '../batch/earlier';
import { exercisesOf, type Course } from '../batch/exercises';
import { gradeAll, type Done } from '../batch/gradeAll';
import type { Oracles } from '../batch/oracles';
import { openProgress, printable } from '../batch/progress';
import { Reports } from '../batch/reports';
import { Converters } from '../convert/converters';
import type { Exercise, Means } from '../gradeSubmission';
import type { Secret } from '../judge/secret';
import type { Submission } from '../read/submissions';
import { formulasIn } from '../report/formula';
import { resultOf, type ResultFile } from '../report/result';
import type { Sandbox } from '../sandbox/sandbox';
import type { Selected } from './find';
import type { Options } from './options';
import { versionsOf } from './versions';
import * as words from './words';

/** What a run has to work with. */
export interface RunParts {
  readonly options: Options;
  readonly course: Course;
  readonly oracles: Oracles;
  readonly assignment: Assignment;
  readonly selected: Selected;
  readonly sandbox: Sandbox;
  readonly secret: Secret;
  /** Called at Ctrl-C, when what is finished is written. */
  readonly onInterrupt: () => void;
}

/** Grades what was selected and writes each result as it comes. */
export async function gradeRun(
  parts: RunParts,
): Promise<{ results: readonly ResultFile[]; failed: number; written: number }> {
  const { options, course, oracles, assignment, selected, sandbox, secret, onInterrupt } = parts;
  const { language, limits, jobs, out } = options;
  const { submissions, isPart } = selected;
  const converters = new Converters(resolve(course.cache, 'cells'), Math.min(jobs, submissions.length), {
    cpuSeconds: 20,
    wallSeconds: 90,
    memoryBytes: 2 * 2 ** 30,
  });
  const means: Means = { secret, sandbox, limits, converters, language };
  const exerciseOf = exercisesOf(course, oracles, assignment);
  const earlier = isPart ? earlierResults(out) : [];
  const reports = new Reports(out, earlier);
  const progress = openProgress(submissions.length, process.stderr);
  const versions = versionsOf(course.root);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      progress.end();
      onInterrupt();
    });
  }
  const partly = await partOf(selected, earlier, oracles);
  let written = 0;
  let failed = 0;
  const finish = async (done: Done): Promise<void> => {
    const { submission } = done;
    const { student, exercise } = submission;
    const name = printable(`${student} ${exercise}`);
    if ('failed' in done) {
      failed++;
      progress.step(words.sayFailed(name, done.failed.message)[language]);
      return;
    }
    const { runtime, released } = await exerciseOf(exercise);
    const { hash: oracle } = oracles;
    const provenance = { seed: secret.id, sandbox: sandbox.name, runtime: runtime.hash, oracle, versions };
    const formulas = formulasIn(released[done.graded.language] ?? released.pt ?? released.es);
    const found = resultOf(done.graded, provenance, submission, formulas);
    const before = partly.get(submission);
    const result = mark(before === undefined ? found : withOtherItems(found, before), assignment);
    reports.add(result);
    written++;
    progress.step(`${name}  ${result.score}/${result.max_score}  ${result.status}`);
  };
  const itemsOf = async (name: string): Promise<Exercise> =>
    onlyItems(await exerciseOf(name), selected.items.get(name));
  try {
    const [some, all] = [submissions.filter((one) => partly.has(one)), submissions.filter((one) => !partly.has(one))];
    if (some.length > 0) await gradeAll(some, itemsOf, means, jobs, finish);
    if (all.length > 0) await gradeAll(all, exerciseOf, means, jobs, finish);
  } finally {
    converters.close();
    progress.end();
  }
  reports.addClass(language);
  return { results: reports.results, failed, written };
}

/**
 * Those submissions of which only some items are graded, with the results that have the others: of the very same file. One
 * that was handed in anew since then is graded as a whole.
 */
async function partOf(
  { submissions, items }: Selected,
  earlier: readonly ResultFile[],
  oracles: Oracles,
): Promise<Map<Submission, ResultFile>> {
  const found = new Map<Submission, ResultFile>();
  for (const submission of submissions) {
    const { student, exercise, file } = submission;
    if (file === undefined || !items.has(exercise)) continue;
    const before = earlier.find((result) => result.student === student && result.exercise === exercise);
    const ids = oracles.load(exercise).items.map(({ id }) => id);
    if (before === undefined || !hasItems(before, ids)) continue;
    const bytes = await file.read().catch(() => undefined);
    const hash = bytes && createHash('sha256').update(bytes).digest('hex');
    if (hash !== undefined && hash === before.hashes.submission) found.set(submission, before);
  }
  return found;
}

function onlyItems(exercise: Exercise, ids: readonly string[] | undefined): Exercise {
  const { oracle } = exercise;
  const items = oracle.items.filter(({ id }) => ids?.includes(id) !== false);
  return { ...exercise, oracle: { ...oracle, items } };
}
