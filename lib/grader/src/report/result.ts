import type { Graded } from '../gradeSubmission';
import type { LineResult } from '../judge/item';
import type { Language, Text } from '../language';
import { sayHit } from './studentWords';
import { sayBroken, sayRepair, sayStatus } from './submissionWords';

/** What else a result tells, so that it can be repeated. */
export interface Provenance {
  readonly seed: string;
  readonly sandbox: string;
  readonly runtime: string;
  readonly oracle: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** `results/<student>/<exercise>.json`. Its fields stay; new ones may come. Messages are in the student's language. */
export interface ResultFile {
  readonly version: 1;
  readonly student: string;
  readonly exercise: string;
  readonly language: Language;
  readonly status: Graded['status'];
  readonly score: number;
  readonly max_score: number;
  readonly message: string;
  readonly items: readonly ResultItem[];
  /** Written answers that a human marks: neither in `score` nor in `max_score`. */
  readonly written: readonly { readonly id: string; readonly max_points: number }[];
  /** Cells that ran not, or not to their end. */
  readonly cells: readonly ResultCell[];
  readonly repairs: readonly { readonly code: string; readonly message: string }[];
  /** What the cells printed, cut. */
  readonly output: string;
  readonly hashes: { readonly submission: string | null; readonly oracle: string; readonly runtime: string };
  readonly seed: string;
  readonly sandbox: string;
  readonly versions: Readonly<Record<string, string>>;
}

export interface ResultItem {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly max_points: number;
  readonly status: string;
  readonly lines: readonly ResultLine[];
}

export interface ResultLine {
  readonly line: LineResult['line'];
  readonly points: number;
  readonly max_points: number;
  readonly status: LineResult['status'];
  readonly message: string;
  /** Ids of the named mistakes that the answers fit, and their families. */
  readonly mistakes: readonly string[];
  readonly families: readonly string[];
}

export interface ResultCell {
  readonly cell: number;
  readonly status: string;
  readonly message: string;
  /** Where the compiler found an error; `text` is the student's own line. */
  readonly fault: { readonly line: number; readonly column: number; readonly text: string } | null;
}

/** The result as it is written, in the student's language. */
export function resultOf(graded: Graded, provenance: Provenance): ResultFile {
  const { student, exercise, language, status, score, maxScore, broken } = graded;
  const say = (text: Text): string => text[language];
  const { seed, sandbox, runtime, oracle, versions } = provenance;
  return {
    version: 1,
    student,
    exercise,
    language,
    status,
    score,
    max_score: maxScore,
    message: say(broken === undefined ? sayStatus(status) : sayBroken(broken)),
    items: graded.items.map((item) => ({
      id: item.id,
      title: say(item.title),
      points: item.points,
      max_points: item.maxPoints,
      status: item.status,
      lines: item.lines.map((line) => ({
        line: line.line,
        points: line.points,
        max_points: line.maxPoints,
        status: line.status,
        message: line.message === undefined ? '' : say(line.message),
        mistakes: line.mistakes,
        families: line.families,
      })),
    })),
    written: graded.written.map(({ id, maxPoints }) => ({ id, max_points: maxPoints })),
    cells: graded.failures.map(({ cell, hit }) => ({
      cell,
      status: hit.why,
      message: say(sayHit(hit)),
      fault: hit.why === 'type-error' ? { line: hit.fault.line, column: hit.fault.column, text: hit.fault.text } : null,
    })),
    repairs: graded.repairs.map((repair) => ({ code: repair.code, message: say(sayRepair(repair)) })),
    output: graded.output,
    hashes: { submission: graded.hash ?? null, oracle, runtime },
    seed,
    sandbox,
    versions,
  };
}
