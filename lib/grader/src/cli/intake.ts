import type { Assignment } from '../assignment/assignment';
import type { Course } from '../batch/exercises';
import type { Oracles } from '../batch/oracles';
import type { Submission } from '../read/submissions';
import { openAssignment } from './assignmentFile';
import { checkColumns, openGradebooks, withPlatformTimes, type Gradebooks } from './exports';
import { find, select, type Selected } from './find';
import type { Options } from './options';

/** What the instructor gave: read, and chosen from. */
export interface Intake {
  readonly assignment: Assignment;
  readonly gradebooks: Gradebooks;
  readonly all: readonly Submission[];
  readonly selected: Selected;
}

/** @throws Refusal */
export async function readIntake(options: Options, course: Course, oracles: Oracles): Promise<Intake> {
  const { assignment, save } = openAssignment(options, course, oracles);
  const gradebooks = openGradebooks(options);
  const found = withPlatformTimes(await find(options, assignment, oracles.names), gradebooks, assignment);
  checkColumns(options, gradebooks, exercisesIn(found.submissions), assignment);
  const selected = select(options, found, (name) => oracles.load(name).items.map(({ id }) => id));
  // Not before everything else is right: a command that refuses leaves all as it was.
  if (!options.dryRun) save();
  return { assignment, gradebooks, all: found.submissions, selected };
}

/** The exercises of some submissions, each once. */
function exercisesIn(submissions: readonly Submission[]): string[] {
  return [...new Set(submissions.map(({ exercise }) => exercise))];
}
