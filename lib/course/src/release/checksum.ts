import { createHash } from 'node:crypto';
import type { Cell } from '../notebook/notebook';
import type { Grading } from '../notebook/nbgrader';

/** nbgrader's checksum of a released cell, by which it knows a cell that a student changed (nbgrader 0.9, `compute_checksum`). */
export function checksum(cell: Cell, { id, grade, solution, locked, points }: Grading): string {
  const sum = createHash('md5');
  sum.update(cell.source).update(cell.type);
  sum
    .update(python(grade))
    .update(python(solution))
    .update(python(isLocked({ grade, solution, locked })));
  sum.update(id);
  if (grade) sum.update(pythonFloat(points ?? 0));
  return sum.digest('hex');
}

/** For nbgrader an answer is never locked and a test always is, whatever its field says. */
function isLocked({ grade, solution, locked }: Pick<Grading, 'grade' | 'solution' | 'locked'>): boolean {
  if (solution) return false;
  return grade || locked;
}

function python(flag: boolean): string {
  return flag ? 'True' : 'False';
}

function pythonFloat(x: number): string {
  return Number.isInteger(x) ? `${x}.0` : String(x);
}
