import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A submission: the master of an exercise with one answer written otherwise. */
export interface Row {
  readonly name: string;
  readonly item: string;
  /** The function that is changed. */
  readonly in?: string;
  /** Texts within that function, and what stands there instead, wherever they stand. */
  readonly replace?: readonly (readonly [from: string, to: string])[];
  /** What stands between that function's braces instead. */
  readonly body?: string;
  /** What stands in the answer cell instead. */
  readonly cell?: string;
  /** A cell of the student's own before the answer. */
  readonly before?: string;
  /** A cell of the student's own after the answer. */
  readonly after?: string;
  /** The language of the notebook; Portuguese where nothing is said. */
  readonly notebook?: 'pt' | 'es';
}

export interface WrongRow extends Row {
  /**
   * What is wrong, as a teacher would say: ids of the oracle's mistakes, families, the line that is lost (`shape`, `stability`,
   * `leak`), or `type-error`, `throws`, `no-tensor`, `missing`. One of them is the right diagnosis.
   */
  readonly is: readonly string[];
}

/** What looks like a mistake and computes the same. */
export interface EquivalentRow extends Row {
  readonly why: string;
}

/** The submissions of an exercise whose marks are known before they are graded. */
export interface Corpus {
  readonly exercise: string;
  readonly wrong: readonly WrongRow[];
  readonly equivalent: readonly EquivalentRow[];
  readonly right: readonly Row[];
}

const keys = ['name', 'in', 'replace', 'body', 'cell', 'before', 'after', 'notebook', 'is', 'why'];

/** The corpora of a folder, one `NN-name.yaml` for an exercise. */
export function readCorpora(folder: string): Corpus[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files
    .sort()
    .map((file) => readCorpus(file.slice(0, -'.yaml'.length), readFileSync(join(folder, file), 'utf8')));
}

/**
 * Reads a corpus: `wrong`, `equivalent` and `right`, each with the rows of each item.
 * @throws Error if a row is not one
 */
export function readCorpus(exercise: string, text: string): Corpus {
  const file = parse(text) as Readonly<Record<string, Readonly<Record<string, unknown[]>>>>;
  const rows = <One extends Row>(kind: string, needed?: string): One[] =>
    Object.entries(file[kind] ?? {}).flatMap(([item, list]) =>
      list.map((row) => readRow(`${exercise}: ${kind}.${item}`, item, row, needed) as unknown as One),
    );
  const strange = Object.keys(file).find((kind) => !['wrong', 'equivalent', 'right'].includes(kind));
  if (strange !== undefined) throw new Error(`${exercise}: ${strange} is no kind of rows`);
  return {
    exercise,
    wrong: rows<WrongRow>('wrong', 'is'),
    equivalent: rows<EquivalentRow>('equivalent', 'why'),
    right: rows('right'),
  };
}

function readRow(place: string, item: string, value: unknown, needed: string | undefined): Row {
  const row = value as Row & Partial<Record<'is' | 'why', unknown>>;
  const fail = (what: string): never => {
    throw new Error(`${place}: ${JSON.stringify(row)}: ${what}`);
  };
  if (typeof row.name !== 'string') fail('has no name');
  const strange = Object.keys(row).find((key) => !keys.includes(key));
  if (strange !== undefined) fail(`${strange} is no field`);
  if (needed !== undefined && !(needed in row)) fail(`lacks ${needed}`);
  if ((row.replace ?? row.body) !== undefined && row.in === undefined) fail('does not say in which function');
  return {
    ...row,
    item,
    ...(row.replace !== undefined && { replace: pairs(row.replace) }),
    ...('is' in row && { is: [row.is].flat() }),
  };
}

/** One pair may be written without a list around it. */
function pairs(replace: unknown): [string, string][] {
  const list = replace as string[] | [string, string][];
  return typeof list[0] === 'string' ? [list as [string, string]] : (list as [string, string][]);
}
