import { isAbsolute, join, relative, sep } from 'node:path';
import { leftOver } from '../batch/earlier';
import { type Course } from '../batch/exercises';
import { Locked, lockFolder } from '../batch/folderLock';
import { openOracles, type Oracles } from '../batch/oracles';
import { printable } from '../batch/progress';
import type { CachedRunner } from '../cache/cachedRunner';
import { secretFor, type Secret } from '../judge/secret';
import { languageOf, type Language, type Text } from '../language';
import type { Submission } from '../read/submissions';
import { RecordLog } from '../record/recordLog';
import { signingKey } from '../record/signingKey';
import { sayHandedIn } from '../report/lateWords';
import type { ResultFile } from '../report/result';
import { writeAtomically } from '../report/writeAtomically';
import { writeExports } from './exports';
import { checkSource } from './find';
import { gradeRun } from './gradeRun';
import { exitCodes } from './exitCodes';
import { readIntake, type Intake } from './intake';
import { listenForInterruption } from './interruption';
import { readOptions, WrongCall, type Options } from './options';
import { Refusal } from './refusal';
import { runnerFor } from './runnerFor';
import { sayBusy, sayKept, sayNoKey } from './runWords';
import { watch } from './watch';
import * as words from './words';

/** Runs the command and returns its exit status. Paths are relative to the folder that it is called from. */
export async function main(args: readonly string[], course: Course): Promise<number> {
  const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG;
  let language = languageOf(locale);
  let out: string | undefined;
  try {
    const options = readOptions(args, locale);
    if (options === undefined) {
      console.log(words.usage[language]);
      return exitCodes.done;
    }
    ({ language, out } = options);
    return await grade(options, course);
  } catch (error) {
    const place = out === undefined ? undefined : unwritable(error, out);
    if (place !== undefined) {
      console.error(words.sayNotWritable(place.path, place.code)[language]);
      return exitCodes.failed;
    }
    if (!(error instanceof WrongCall || error instanceof Refusal)) throw error;
    console.error((error instanceof Refusal ? error.text : wordsOf(error))[language]);
    return exitCodes.wrongCall;
  }
}

/** What in the folder for the results the system did not let be written: the disk is full, or somebody changed its rights. */
function unwritable(error: unknown, out: string): { path: string; code: string } | undefined {
  const { path, code } = error as NodeJS.ErrnoException;
  if (path === undefined || code === undefined) return undefined;
  const from = relative(out, path);
  return isAbsolute(from) || from.split(sep)[0] === '..' ? undefined : { path, code };
}

function wordsOf({ kind, word }: WrongCall): Text {
  switch (kind) {
    case 'no-submissions':
      return withHelp(words.sayNoSubmissionsGiven);
    case 'no-out':
      return withHelp(words.sayNoOut);
    case 'strange':
      return withHelp(words.sayStrange(word));
    case 'number':
      return words.sayNotPositive(word);
    case 'language':
      return words.sayLanguages;
  }
}

/** What is wrong stays in sight: all options would push it off the screen. */
function withHelp({ pt, es }: Text): Text {
  return { pt: `${pt} ${words.sayHelp.pt}`, es: `${es} ${words.sayHelp.es}` };
}

async function grade(options: Options, course: Course): Promise<number> {
  const { language, out } = options;
  checkSource(options);
  const oracles = openOracles(course.oracles);
  const read = (): Promise<Intake> => readIntake(options, course, oracles);
  const intake = await read();
  if (options.dryRun) {
    showSelected(intake, language);
    return exitCodes.done;
  }
  const unlock = lockOut(out);
  try {
    const runner = await runnerFor(options, course);
    try {
      const failed = await gradeWith(runner, options, course, oracles, intake, read);
      return failed === 0 ? exitCodes.done : exitCodes.failed;
    } finally {
      await runner.close();
    }
  } finally {
    unlock();
  }
}

/** @returns for how many the grader itself failed */
async function gradeWith(
  runner: CachedRunner,
  options: Options,
  course: Course,
  oracles: Oracles,
  intake: Intake,
  read: () => Promise<Intake>,
): Promise<number> {
  const { language, out } = options;
  const interruption = listenForInterruption(language);
  try {
    const parts = { options, course, oracles, secret: secretOf(options), records: recordsOf(options), runner };
    const gradeOnce = async ({ gradebooks, ...found }: Intake): Promise<number> => {
      const { results, failed, written } = await gradeRun({ ...parts, ...found, onStart: interruption.during });
      await writeExports(options, gradebooks, results, found.assignment);
      warnOfUnknownTimes(results, language);
      warnOfLeftOver(out, found.all, language);
      if (runner.hits > 0) console.error(sayKept(runner.hits)[language]);
      runner.hits = 0;
      sayWhoWaits(results, out, language);
      console.log(words.sayWritten(written, out)[language]);
      interruption.during(undefined);
      return failed;
    };
    const failed = await gradeOnce(intake);
    if (options.watch) await watch(options, intake, read, gradeOnce);
    return failed;
  } finally {
    interruption.end();
  }
}

/** What a run would grade, a line each. */
function showSelected({ selected: { submissions }, assignment: { late } }: Intake, language: Language): void {
  for (const { student, exercise, file, time } of submissions) {
    const what = file?.path.join('/') ?? words.sayNotHandedIn[language];
    const when = time === undefined ? '' : `  ${sayHandedIn(time, late?.timeZone)[language]}`;
    console.log(printable(`${student} ${exercise}  ${what}${when}`));
  }
  console.log(words.sayDryRun(submissions.length)[language]);
}

function warnOfUnknownTimes(results: readonly ResultFile[], language: Language): void {
  const names = results.flatMap(({ student, late }) => (late !== null && late.at === null ? [printable(student)] : []));
  if (names.length > 0) console.error(words.sayLateUnknown(names)[language]);
}

function warnOfLeftOver(out: string, all: readonly Submission[], language: Language): void {
  const names = leftOver(out, all);
  if (names.length > 0) console.error(words.sayLeftOver(out, names.map(printable))[language]);
}

function sayWhoWaits(results: readonly ResultFile[], out: string, language: Language): void {
  const waiting = results.flatMap(({ written }) => written.filter(({ points }) => points === null));
  if (waiting.length > 0) console.log(words.sayWaitingFor(waiting.length, join(out, 'marking.html'))[language]);
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

function recordsOf({ keyFile, out }: Options): RecordLog {
  try {
    const key = signingKey(keyFile ?? join(out, 'record.key'));
    writeAtomically(join(out, 'record.pub'), key.publicPem);
    return new RecordLog(join(out, 'records.jsonl'), key);
  } catch (error) {
    if (keyFile === undefined) throw error;
    throw new Refusal(sayNoKey(keyFile));
  }
}

function lockOut(out: string): () => void {
  try {
    return lockFolder(join(out, '.lossbook', 'lock'));
  } catch (error) {
    if (error instanceof Locked) throw new Refusal(sayBusy(out, error.pid));
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Refusal(words.sayNotWritable(out, code));
  }
}
