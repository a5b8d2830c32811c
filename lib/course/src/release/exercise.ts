import { without } from '../notebook/json';
import { kernelMetadata } from '../notebook/kernel';
import { grading, gradingJson } from '../notebook/nbgrader';
import type { Cell, Language, Notebook } from '../notebook/notebook';
import { CourseError } from '../notebook/problem';
import { checksum } from './checksum';
import { MarkError, withoutSolution } from './solution';

/** The exercise that a student gets from a master: no solutions, no outputs, nbgrader's checksums. */
export function exerciseOf(master: Notebook, language: Language, file: string): Notebook {
  return {
    cells: master.cells.map((cell) => released(cell, file)),
    metadata: { ...structuredClone(kernelMetadata), lossbook: { kind: 'exercise', language } },
    format: { major: 4, minor: 5 },
  };
}

function released(cell: Cell, file: string): Cell {
  const metadata = without(structuredClone(cell.metadata), 'lossbook', 'nbgrader');
  const student: Cell = { ...cell, metadata, source: cutOut(cell, file), outputs: [], executionCount: null };
  const found = grading(cell);
  if (found !== undefined) {
    student.metadata.nbgrader = {
      ...gradingJson(cell),
      cell_type: cell.type,
      checksum: checksum(student, found),
      schema_version: 3,
    };
  }
  return student;
}

function cutOut(cell: Cell, file: string): string {
  try {
    return withoutSolution(cell.source);
  } catch (error) {
    if (!(error instanceof MarkError)) throw error;
    throw new CourseError([{ file, cell: cell.id, rule: 'release', message: error.message }]);
  }
}
