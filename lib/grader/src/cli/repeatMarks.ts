import { availableParallelism } from 'node:os';
import { exercisesOf, type Course } from '../batch/exercises';
import { openOracles } from '../batch/oracles';
import { gradeSubmission, type Graded } from '../gradeSubmission';
import type { Secret } from '../judge/secret';
import type { Language } from '../language';
import type { Submission } from '../read/submissions';
import { releasedHash, type MarkRecord } from '../record/record';
import { LocalRunner } from '../run/localRunner';
import { runVersions } from '../run/runVersions';
import { sandboxFor } from './sandboxFor';
import type { Difference } from './verifyWords';

/**
 * Grades again, with the cases and limits of the records, and compares what was found out in each line. Points are not: an
 * assignment's file can say others.
 * @throws Refusal where there is no sandbox
 */
export async function repeatMarks(
  marks: readonly (readonly [MarkRecord, Submission])[],
  secret: Secret,
  course: Course,
  language: Language,
  onDifference: (record: MarkRecord, difference: Difference) => void,
): Promise<void> {
  const { root, cache } = course;
  const oracles = openOracles(course.oracles);
  const exerciseOf = exercisesOf(course, oracles);
  const sandbox = sandboxFor({ unsafe: false, language }, root);
  const runner = new LocalRunner({ root, cache, sandbox, jobs: availableParallelism() });
  const versions = runVersions(root);
  const repeat = async ([record, submission]: readonly [MarkRecord, Submission]): Promise<Difference | undefined> => {
    const { hashes, limits, attempt } = record;
    const exercise = await exerciseOf(record.exercise);
    if (record.seed !== secret.id) return 'seed';
    const here = [oracles.hash, exercise.runtime.hash, releasedHash(exercise), ...Object.values(versions)];
    const there = Object.keys(versions).map((name) => record.versions[name]);
    if (JSON.stringify(here) !== JSON.stringify([hashes.oracle, hashes.runtime, hashes.exercise, ...there]))
      return 'version';
    const attemptOf = (): number => attempt ?? 1;
    const isolated = record.sandbox !== 'none';
    const graded = await gradeSubmission(submission, exercise, {
      secret,
      runner,
      isolated,
      limits,
      versions,
      language,
      attemptOf,
    });
    return found(graded) === recorded(record) ? undefined : 'marks';
  };
  const waiting = [...marks];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const difference = await repeat(next).catch((): Difference => 'failed');
      if (difference !== undefined) onDifference(next[0], difference);
    }
  };
  try {
    await Promise.all(Array.from({ length: runner.capacity }, work));
  } finally {
    await runner.close();
  }
}

/** What the grader found out in each line of each item. */
function found({ items }: Graded): string {
  return JSON.stringify(items.map(({ id, lines }) => [id, lines.map(({ line, status }) => [line, status])]));
}

/** The same of a record; items that stand there for a mark by hand alone have no lines. */
function recorded({ items }: MarkRecord): string {
  const run = items.filter(({ lines }) => Object.keys(lines).length > 0);
  return JSON.stringify(run.map(({ id, lines }) => [id, Object.entries(lines)]));
}
