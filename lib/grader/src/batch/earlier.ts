import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hitStatuses } from '../judge/hit';
import type { ResultFile, ResultItem } from '../report/result';

/** The results that an earlier run left in a folder: those of this version of the format that can be read. */
export function earlierResults(out: string): ResultFile[] {
  const folder = join(out, 'results');
  return namesIn(folder).flatMap((student) =>
    namesIn(join(folder, student)).flatMap((name) => {
      const result = name.endsWith('.json') ? readResult(join(folder, student, name)) : undefined;
      return result?.student === student && name === `${result.exercise}.json` ? [result] : [];
    }),
  );
}

/** A result of some items, with the others of an earlier result of the same file. */
export function withOtherItems(result: ResultFile, earlier: ResultFile): ResultFile {
  const anew = new Map(result.items.map((item) => [item.id, item]));
  const items = earlier.items.map((item) => anew.get(item.id) ?? item);
  const run = items.filter(({ lines }) => lines.length > 0);
  return {
    ...result,
    items,
    status: hitStatuses.find((status) => run.some((item) => item.status === status)) ?? statusWithoutHit(result),
    code_max_score: Number(run.reduce((sum, { max_points }) => sum + max_points, 0).toFixed(6)),
  };
}

/**
 * What an earlier run left in a folder of somebody, or of an exercise, that is no longer among the submissions.
 * @param present those that are; an exercise by its student
 * @returns `student/exercise`, sorted
 */
export function leftOver(out: string, present: readonly Pick<ResultFile, 'student' | 'exercise'>[]): string[] {
  const known = new Set(present.map(({ student, exercise }) => `${student}/${exercise}`));
  const found = (['results', 'feedback'] as const).flatMap((kind) =>
    namesIn(join(out, kind)).flatMap((student) =>
      namesIn(join(out, kind, student))
        .filter((name) => /\.(?:json|html)$/.test(name))
        .map((name) => `${student}/${name.replace(/\.(?:json|html)$/, '')}`),
    ),
  );
  return [...new Set(found)].filter((name) => !known.has(name)).sort();
}

function statusWithoutHit({ written }: ResultFile): ResultFile['status'] {
  return written.length > 0 ? 'needs-marking' : 'graded';
}

/** Whether all these items are in a result that came from running them. */
export function hasItems(result: ResultFile, ids: readonly string[]): boolean {
  const isRun = ({ id, lines }: ResultItem): boolean => lines.length > 0 && ids.includes(id);
  return result.items.filter(isRun).length === ids.length;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function readResult(path: string): ResultFile | undefined {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<ResultFile> | null;
    // A result of before the marks had no such field.
    return value?.version === 1 && value.code_max_score !== undefined ? (value as ResultFile) : undefined;
  } catch {
    return undefined;
  }
}
