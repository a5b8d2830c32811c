import { existsSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { exercisesOf, type Course } from '../batch/exercises';
import { gradeAll, type Done } from '../batch/gradeAll';
import { openOracles } from '../batch/oracles';
import { openProgress, printable } from '../batch/progress';
import { Reports } from '../batch/reports';
import { Converters } from '../convert/converters';
import type { Means } from '../gradeSubmission';
import { secretFor, type Secret } from '../judge/secret';
import { languageOf, type Text } from '../language';
import { findSubmissions, type Found } from '../read/submissions';
import { findBubblewrap, NoSandbox, unsafeSandbox, type Sandbox } from '../sandbox/bubblewrap';
import { readOptions, WrongCall, type Options } from './options';
import { versionsOf } from './versions';
import * as words from './words';

/** Exit statuses: all graded; the grader itself failed for somebody; called wrongly; interrupted. */
export const exitCodes = { done: 0, failed: 1, wrongCall: 2, interrupted: 130 } as const;

/** The command cannot do what it was called for. */
class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.pt);
  }
}

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
  const { language, limits, jobs } = options;
  const oracles = openOracles(course.oracles);
  const found = await find(options, oracles.names);
  const sandbox = sandboxFor(options, course);
  const secret = secretOf(options);
  const converters = new Converters(resolve(course.cache, 'cells'), Math.min(jobs, found.submissions.length), {
    cpuSeconds: 20,
    wallSeconds: 90,
    memoryBytes: 2 * 2 ** 30,
  });
  const means: Means = { secret, sandbox, limits, converters, language };
  const exerciseOf = exercisesOf(course, oracles);
  const reports = new Reports(options.out);
  const progress = openProgress(found.submissions.length, process.stderr);
  const versions = versionsOf(course.root);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      progress.end();
      console.error(words.sayInterrupted[language]);
      // What is finished is on disk; what runs in a sandbox is ended with this process.
      process.exit(exitCodes.interrupted);
    });
  }
  let written = 0;
  let failed = 0;
  const finish = async (done: Done): Promise<void> => {
    const { student, exercise } = done.submission;
    const name = printable(`${student} ${exercise}`);
    if ('failed' in done) {
      failed++;
      progress.step(words.sayFailed(name, done.failed.message)[language]);
      return;
    }
    const { runtime } = await exerciseOf(exercise);
    const provenance = {
      seed: secret.id,
      sandbox: sandbox.name,
      runtime: runtime.hash,
      oracle: oracles.hash,
      versions,
    };
    reports.add(done.graded, provenance);
    written++;
    const { score, maxScore, status } = done.graded;
    progress.step(`${name}  ${score}/${maxScore}  ${status}`);
  };
  try {
    await gradeAll(found.submissions, exerciseOf, means, jobs, finish);
  } finally {
    converters.close();
    progress.end();
  }
  console.log(words.sayWritten(written, options.out)[language]);
  return failed === 0 ? exitCodes.done : exitCodes.failed;
}

async function find(
  { submissions: source, out, exercises, language }: Options,
  known: readonly string[],
): Promise<Found> {
  if (!existsSync(source)) throw new Refusal(words.sayNoFolder(source));
  const isFile = !statSync(source).isDirectory();
  if (isFile && !/\.(?:zip|ipynb)$/i.test(source)) throw new Refusal(words.sayNoFolder(source));
  const strange = exercises.find((name) => !known.includes(name));
  if (strange !== undefined) throw new Refusal(words.sayNoOracle(strange, known));
  const ignore = resolve(dirname(resolve(out))) === resolve(source) ? [basename(out)] : [];
  const found = await findSubmissions(source, known, exercises, ignore);
  for (const { path, reason } of found.refused) console.error(words.sayRefused(printable(path), reason)[language]);
  for (const path of found.skipped) console.error(words.saySkipped(printable(path))[language]);
  for (const { student, file, earlier } of found.submissions) {
    if (file === undefined || earlier.length === 0) continue;
    const latest = printable(file.path.join('/'));
    console.error(words.sayEarlier(printable(student), latest, earlier.map(printable))[language]);
  }
  if (found.submissions.length === 0) throw new Refusal(words.sayNoSubmissions(source));
  return found;
}

function sandboxFor({ unsafe, language }: Options, { root }: Course): Sandbox {
  if (unsafe) {
    console.error(words.sayUnsafe[language]);
    return unsafeSandbox;
  }
  try {
    return findBubblewrap(root);
  } catch (error) {
    throw error instanceof NoSandbox ? new Refusal(words.sayNoSandbox(error.tried)) : error;
  }
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
