import { type Course } from '../batch/exercises';
import { openOracles } from '../batch/oracles';
import { printable } from '../batch/progress';
import { secretFor, type Secret } from '../judge/secret';
import { languageOf, type Language, type Text } from '../language';
import type { Submission } from '../read/submissions';
import type { ResultFile } from '../report/result';
import { openAssignment } from './assignmentFile';
import { openGradebooks, withPlatformTimes, writeExports } from './exports';
import { checkSource, find, select } from './find';
import { gradeRun } from './gradeRun';
import { readOptions, WrongCall, type Options } from './options';
import { Refusal } from './refusal';
import { sandboxFor } from './sandboxFor';
import * as words from './words';

/** Exit statuses: all graded; the grader itself failed for somebody; called wrongly; interrupted. */
export const exitCodes = { done: 0, failed: 1, wrongCall: 2, interrupted: 130 } as const;

/** Runs the command and returns its exit status. Paths are relative to the folder that it is called from. */
export async function main(args: readonly string[], course: Course): Promise<number> {
  const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG;
  let language = languageOf(locale);
  try {
    const options = readOptions(args, locale);
    if (options === undefined) {
      console.log(words.usage[language]);
      return exitCodes.done;
    }
    ({ language } = options);
    return await grade(options, course);
  } catch (error) {
    if (!(error instanceof WrongCall || error instanceof Refusal)) throw error;
    console.error((error instanceof Refusal ? error.text : wordsOf(error))[language]);
    return exitCodes.wrongCall;
  }
}

function wordsOf({ kind, word }: WrongCall): Text {
  switch (kind) {
    case 'no-submissions':
      return withUsage(words.sayNoSubmissionsGiven);
    case 'no-out':
      return withUsage(words.sayNoOut);
    case 'strange':
      return withUsage(words.sayStrange(word));
    case 'number':
      return words.sayNotPositive(word);
    case 'language':
      return words.sayLanguages;
  }
}

function withUsage({ pt, es }: Text): Text {
  return { pt: `${pt}\n\n${words.usage.pt}`, es: `${es}\n\n${words.usage.es}` };
}

async function grade(options: Options, course: Course): Promise<number> {
  const { language } = options;
  checkSource(options);
  const oracles = openOracles(course.oracles);
  const assignment = openAssignment(options, course, oracles);
  const gradebooks = openGradebooks(options);
  const found = withPlatformTimes(await find(options, assignment, oracles.names), gradebooks, assignment);
  const selected = select(options, found, (name) => oracles.load(name).items.map(({ id }) => id));
  if (options.dryRun) {
    showSelected(selected.submissions, language);
    return exitCodes.done;
  }
  const { results, failed, written } = await gradeRun({
    options,
    course,
    oracles,
    assignment,
    selected,
    sandbox: sandboxFor(options, course.root),
    secret: secretOf(options),
    onInterrupt: () => {
      console.error(words.sayInterrupted[language]);
      // What is finished is on disk; what runs in a sandbox is ended with this process.
      process.exit(exitCodes.interrupted);
    },
  });
  writeExports(options, gradebooks, results, assignment);
  warnOfUnknownTimes(results, language);
  console.log(words.sayWritten(written, options.out)[language]);
  return failed === 0 ? exitCodes.done : exitCodes.failed;
}

/** What a run would grade, a line each. */
function showSelected(submissions: readonly Submission[], language: Language): void {
  for (const { student, exercise, file, time } of submissions) {
    const what = file?.path.join('/') ?? words.sayNotHandedIn[language];
    const when = time === undefined ? '' : `  ${time.at.toISOString()} (${time.from})`;
    console.log(printable(`${student} ${exercise}  ${what}${when}`));
  }
  console.log(words.sayDryRun(submissions.length)[language]);
}

function warnOfUnknownTimes(results: readonly ResultFile[], language: Language): void {
  const names = results.flatMap(({ student, late }) => (late !== null && late.at === null ? [printable(student)] : []));
  if (names.length > 0) console.error(words.sayLateUnknown(names)[language]);
}

function secretOf({ seedFile, out }: Options): Secret {
  try {
    const text = process.env.LOSSBOOK_SEED;
    return secretFor(out, { ...(seedFile !== undefined && { file: seedFile }), ...(text !== undefined && { text }) });
  } catch (error) {
    if (seedFile === undefined) throw error;
    throw new Refusal(words.sayNoSeed(seedFile));
  }
}
