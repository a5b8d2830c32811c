import { isObject, type JsonObject } from './json';
import type { Cell } from './notebook';

/** nbgrader's metadata of a cell, schema version 3. */
export interface Grading {
  readonly id: string;
  readonly grade: boolean;
  readonly locked: boolean;
  readonly solution: boolean;
  readonly points: number | undefined;
}

/** What nbgrader's metadata say of a cell, or undefined if it has none. */
export function grading(cell: Cell): Grading | undefined {
  const data = gradingJson(cell);
  if (data === undefined) return undefined;
  return {
    id: typeof data.grade_id === 'string' ? data.grade_id : '',
    grade: data.grade === true,
    locked: data.locked === true,
    solution: data.solution === true,
    points: typeof data.points === 'number' ? data.points : undefined,
  };
}

export function gradingJson(cell: Cell): JsonObject | undefined {
  return isObject(cell.metadata.nbgrader) ? cell.metadata.nbgrader : undefined;
}
