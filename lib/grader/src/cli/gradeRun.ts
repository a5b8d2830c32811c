import { createHash } from 'node:crypto';
import type { Assignment } from '../assignment/assignment';
import { mark } from '../assignment/mark';
import { courseTextsOf } from '../batch/courseTexts';
import { earlierResults, hasItems, withOtherItems } from '../batch/earlier';
import { exercisesOf, type Course } from '../batch/exercises';
import { gradeAll, type Done } from '../batch/gradeAll';
import type { Oracles } from '../batch/oracles';
import { openProgress, printable } from '../batch/progress';
import { Reports } from '../batch/reports';
import { NotRun } from '../cache/noRunner';
import type { Exercise, Means } from '../gradeSubmission';
import type { Secret } from '../judge/secret';
import type { Text } from '../language';
import type { Submission } from '../read/submissions';
import { recordOf } from '../record/record';
import type { RecordLog } from '../record/recordLog';
import { formulasIn } from '../report/formula';
import { resultOf, type ResultFile } from '../report/result';
import type { Runner } from '../run/runner';
import { runVersions } from '../run/runVersions';
import { similarSubmissions } from '../similarity/submissions';
import type { Selected } from './find';
import type { Options } from './options';
import { sayChecking, sayNotRun, sayPreparing } from './runWords';
import { versionsOf } from './versions';
import * as words from './words';

/** What a run has to work with. */
export interface RunParts {
  readonly options: Options;
  readonly course: Course;
  readonly oracles: Oracles;
  readonly assignment: Assignment;
  /** All that were found, also those that are not graded now. */
  readonly all: readonly Submission[];
  readonly selected: Selected;
  readonly runner: Runner;
  readonly secret: Secret;
  readonly records: RecordLog;
  /** Told how to write at once what is finished, for Ctrl-C. */
  readonly onStart: (flush: () => void) => void;
}

/** Grades what was selected and writes each result as it comes. */
export async function gradeRun(
  parts: RunParts,
): Promise<{ results: readonly ResultFile[]; failed: number; written: number }> {
  const { options, course, oracles, assignment, all, selected, runner, secret, records, onStart } = parts;
  const { language, limits, out } = options;
  const { submissions, isPart } = selected;
  const means: Means = {
    secret,
    runner,
    isolated: !options.unsafe,
    limits,
    versions: runVersions(course.root),
    language,
    attemptOf: ({ student, exercise, earlier }, hash) => records.attemptOf(student, exercise, hash, earlier.length),
  };
  const exerciseOf = exercisesOf(course, oracles, assignment);
  // What is no longer handed in stays in its file, but is in no table.
  const present = new Set(all.map(({ student, exercise }) => `${student}\0${exercise}`));
  const isPresent = ({ student, exercise }: ResultFile): boolean => present.has(`${student}\0${exercise}`);
  const earlier = isPart ? earlierResults(out).filter(isPresent) : [];
  const reports = new Reports(out, earlier);
  const progress = openProgress(submissions.length, process.stderr);
  onStart(() => {
    progress.end();
    reports.flush();
  });
  const note = (text: Text): void => {
    progress.note(text[language]);
  };
  await prepare(submissions, exerciseOf, note);
  if (submissions.length > 0 && !options.regrade) note(sayChecking(submissions.length));
  const versions = { ...versionsOf(course.root), ...means.versions };
  const partly = await partOf(selected, earlier, oracles);
  let written = 0;
  let failed = 0;
  const finish = async (done: Done): Promise<void> => {
    const { submission } = done;
    const { student, exercise: name } = submission;
    const title = printable(`${student} ${name}`);
    if ('failed' in done) {
      failed++;
      const isNotRun = done.failed instanceof NotRun;
      progress.step((isNotRun ? sayNotRun(title) : words.sayFailed(title, done.failed.message))[language]);
      return;
    }
    const { graded } = done;
    const exercise = await exerciseOf(name);
    const { released, runtime } = exercise;
    const ranIn = graded.run?.sandbox ?? '';
    const provenance = { seed: secret.id, sandbox: ranIn, runtime: runtime.hash, oracle: oracles.hash, versions };
    const found = resultOf(
      graded,
      provenance,
      submission,
      formulasIn(released[graded.language] ?? released.pt ?? released.es),
    );
    const before = partly.get(submission);
    const result = mark(before === undefined ? found : withOtherItems(found, before), assignment);
    reports.add(result);
    records.add(recordOf(result, graded, exercise, limits, versions));
    written++;
    const [score, most] = [result.score, result.max_score].map((points) => Number(points.toFixed(2)));
    progress.step(`${title}  ${score}/${most}  ${result.status}`);
  };
  const itemsOf = async (name: string): Promise<Exercise> =>
    onlyItems(await exerciseOf(name), selected.items.get(name));
  try {
    const [some, whole] = [submissions.filter((one) => partly.has(one)), submissions.filter((one) => !partly.has(one))];
    if (some.length > 0) await gradeAll(some, itemsOf, means, runner.capacity, finish);
    if (whole.length > 0) await gradeAll(whole, exerciseOf, means, runner.capacity, finish);
  } finally {
    progress.end();
    reports.flush();
  }
  const similar = await similarSubmissions(all, async (name) => (await exerciseOf(name)).released);
  reports.addClass(language, similar, courseTextsOf(course, oracles, assignment, language));
  return { results: reports.results, failed, written };
}

/** Prepares the exercises, and says so: nothing else is seen until the first submission is done. */
async function prepare(
  submissions: readonly Submission[],
  exerciseOf: (name: string) => Promise<Exercise>,
  say: (text: Text) => void,
): Promise<void> {
  for (const name of new Set(submissions.map(({ exercise }) => exercise))) {
    say(sayPreparing(printable(name)));
    // What fails here fails again for each submission, which tells it.
    await exerciseOf(name).catch(() => undefined);
  }
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
