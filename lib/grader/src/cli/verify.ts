import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '../batch/progress';
import type { Course } from '../batch/exercises';
import { openOracles } from '../batch/oracles';
import { secretFor } from '../judge/secret';
import { languageOf, type Language } from '../language';
import { findSubmissions, type Submission } from '../read/submissions';
import type { MarkRecord } from '../record/record';
import { publicKey } from '../record/signingKey';
import { latestOf, verifyRecords, type Verified } from '../record/verifyRecords';
import { gradeLine } from '../report/csv';
import type { ResultFile } from '../report/result';
import { exitCodes } from './exitCodes';
import { repeatMarks } from './repeatMarks';
import { Refusal } from './refusal';
import * as words from './verifyWords';

interface VerifyOptions {
  readonly records: string;
  readonly key: string;
  readonly submissions: string | undefined;
  readonly repeat: boolean;
  readonly seed: string | undefined;
  readonly language: Language;
}

/** Checks records of marks. Exits with 0 if all agrees, 1 if something does not, 2 if it was called wrongly. */
export async function verifyMain(args: readonly string[], course: Course): Promise<number> {
  const options = readVerifyOptions(args);
  if (typeof options === 'string') {
    console.error(words.verifyUsage[options]);
    return exitCodes.wrongCall;
  }
  try {
    return await verify(options, course);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.text[options.language]);
    return exitCodes.wrongCall;
  }
}

async function verify(options: VerifyOptions, course: Course): Promise<number> {
  const { records: path, submissions: folder, language } = options;
  const { records, faults } = readRecords(options);
  const marks = latestOf(records);
  const wrong: string[] = faults.map(({ line, fault }) => words.sayFault(line, fault)[language]);
  const complain = ({ student, exercise }: MarkRecord, difference: words.Difference): void => {
    wrong.push(words.sayDifference(printable(`${student} ${exercise}`), difference)[language]);
  };
  const table = linesOf(join(dirname(path), 'grades.csv'));
  for (const record of marks) {
    const stored = compareResult(record, join(dirname(path), 'results'));
    const difference = stored ?? (table.has(gradeLine(record)) ? undefined : 'grades');
    if (difference !== undefined) complain(record, difference);
  }
  let repeated: number | undefined;
  if (folder !== undefined) {
    const found = await submissionsFor(marks, folder, course);
    const same: (readonly [MarkRecord, Submission])[] = [];
    for (const record of marks.filter(({ hashes }) => hashes.submission !== null)) {
      const submission = found.get(nameOf(record));
      const bytes = await submission?.file?.read().catch(() => undefined);
      if (submission === undefined || bytes === undefined) complain(record, 'no-file');
      else if (createHash('sha256').update(bytes).digest('hex') !== record.hashes.submission) complain(record, 'file');
      else if (record.hashes.job !== null) same.push([record, submission]);
    }
    if (options.repeat) {
      const { seed } = options;
      const text = process.env.LOSSBOOK_SEED;
      const secret = secretFor(dirname(path), {
        ...(seed !== undefined && { file: seed }),
        ...(text !== undefined && { text }),
      });
      repeated = same.length;
      await repeatMarks(same, secret, course, language, (record, difference) => {
        complain(record, difference);
        repeated = (repeated ?? 0) - (difference === 'marks' ? 0 : 1);
      });
    }
  }
  for (const line of wrong) console.error(line);
  console.log(words.sayVerified(records.length, marks.length, repeated, wrong.length)[language]);
  return wrong.length === 0 ? exitCodes.done : exitCodes.failed;
}

function readVerifyOptions(args: readonly string[]): VerifyOptions | Language {
  let language = languageOf(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        submissions: { type: 'string' },
        repeat: { type: 'boolean' },
        seed: { type: 'string' },
        language: { type: 'string' },
      },
    });
    if (values.language === 'pt' || values.language === 'es') ({ language } = values as { language: Language });
    const [path, ...more] = positionals;
    if (path === undefined || more.length > 0) return language;
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    const records = isFolder ? join(path, 'records.jsonl') : path;
    const { key = join(dirname(records), 'record.pub'), submissions, repeat = false, seed } = values;
    if (repeat && submissions === undefined) {
      console.error(words.sayRepeatNeeds[language]);
      return language;
    }
    return { records, key, submissions, repeat, seed, language };
  } catch {
    return language;
  }
}

/** @throws Refusal */
function readRecords({ records, key }: VerifyOptions): Verified {
  const read = <Value>(path: string, as: (text: string) => Value): Value => {
    try {
      return as(readFileSync(path, 'utf8'));
    } catch {
      throw new Refusal(words.sayUnreadableRecords(path));
    }
  };
  const lines = read(records, (text) => text);
  return verifyRecords(lines, read(key, publicKey));
}

/** A student's name may have a line end in it, quoted; a row is told by its text all the same. */
function linesOf(path: string): { has(line: string): boolean } {
  let text: string;
  try {
    text = `\n${readFileSync(path, 'utf8')}`;
  } catch {
    return new Set<string>();
  }
  return { has: (line) => text.includes(`\n${line}\n`) };
}

function compareResult(record: MarkRecord, folder: string): words.Difference | undefined {
  let result: Partial<ResultFile>;
  try {
    const text = readFileSync(join(folder, record.student, `${record.exercise}.json`), 'utf8');
    result = JSON.parse(text) as Partial<ResultFile>;
  } catch {
    return 'no-result';
  }
  const { status, score, max_score, hashes } = record;
  const { submission, oracle, runtime } = hashes;
  const own = [result.status, result.score, result.max_score, result.hashes?.submission, result.hashes?.oracle];
  const same = JSON.stringify([...own, result.hashes?.runtime]);
  return same === JSON.stringify([status, score, max_score, submission, oracle, runtime]) ? undefined : 'result';
}

async function submissionsFor(
  marks: readonly MarkRecord[],
  folder: string,
  course: Course,
): Promise<Map<string, Submission>> {
  const exercises = [...new Set(marks.map(({ exercise }) => exercise))];
  const { submissions } = await findSubmissions(folder, openOracles(course.oracles).names, exercises);
  return new Map(submissions.map((one) => [nameOf(one), one]));
}

function nameOf({ student, exercise }: { readonly student: string; readonly exercise: string }): string {
  return `${student}\0${exercise}`;
}
