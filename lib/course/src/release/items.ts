import type { Item, Oracle } from '../../../../solutions/oracles/format';
import { grading, type Grading } from '../notebook/nbgrader';
import type { Cell, Notebook } from '../notebook/notebook';
import type { Problem } from '../notebook/problem';
import { hasSolution } from './solution';
import { itemPoints } from './points';

interface Graded {
  readonly cell: Cell;
  readonly grading: Grading;
}

const idPattern = /^[a-zA-Z0-9_-]+$/;

/**
 * Whether a master's cells are the oracle's items: for each one an answer cell with a solution, then right after it a locked
 * test cell with the item's points that ends in `check('<item>')`. Written answers, which a human marks, stand beside them.
 */
export function itemProblems(master: Notebook, file: string, oracle: Oracle): Problem[] {
  const graded = master.cells.flatMap((cell): Graded[] => {
    const found = grading(cell);
    return found === undefined ? [] : [{ cell, grading: found }];
  });
  const problem = (message: string, cell?: Cell): Problem => ({
    file,
    ...(cell === undefined ? {} : { cell: cell.id }),
    rule: 'items',
    message,
  });
  return [
    ...idProblems(graded, problem),
    ...strangers(
      graded.filter((one) => !isWritten(one)),
      oracle,
      problem,
    ),
    ...graded.filter(isWritten).flatMap((one) => writtenProblems(one, problem)),
    ...oracle.items.flatMap((item) => pairProblems(item, graded, problem)),
    ...master.cells
      .filter((cell) => hasSolution(cell.source) && grading(cell)?.solution !== true)
      .map((cell) => problem('has a solution, but is no answer cell of nbgrader', cell)),
  ];
}

type Report = (message: string, cell?: Cell) => Problem;

function idProblems(graded: readonly Graded[], problem: Report): Problem[] {
  const seen = new Set<string>();
  return graded.flatMap(({ cell, grading: { id } }) => {
    if (!idPattern.test(id)) return [problem(`nbgrader allows no grade_id "${id}"`, cell)];
    if (seen.has(id)) return [problem(`the grade_id ${id} is used twice`, cell)];
    seen.add(id);
    return [];
  });
}

/** An answer in words: a prose cell that is both answer and test, as in nbgrader. */
function isWritten({ cell, grading }: Graded): boolean {
  return cell.type === 'markdown' && grading.grade && grading.solution;
}

function writtenProblems({ cell, grading }: Graded, problem: Report): Problem[] {
  return [
    ...((grading.points ?? 0) > 0 ? [] : [problem('a written answer needs points', cell)]),
    ...(hasSolution(cell.source) ? [] : [problem('has no <!-- BEGIN SOLUTION -->', cell)]),
  ];
}

function strangers(graded: readonly Graded[], oracle: Oracle, problem: Report): Problem[] {
  const known = new Set(oracle.items.flatMap(({ id }) => [id, `${id}-check`]));
  return graded
    .filter(({ grading: { id, grade, solution } }) => (grade || solution) && !known.has(id))
    .map(({ cell, grading: { id } }) => problem(`the oracle has no item for grade_id ${id}`, cell));
}

function pairProblems(item: Item, graded: readonly Graded[], problem: Report): Problem[] {
  const at = graded.findIndex(({ grading: { id } }) => id === item.id);
  const answer = graded[at];
  if (answer === undefined) return [problem(`the oracle's item ${item.id} has no answer cell`)];
  const test = graded[at + 1];
  if (test?.grading.id !== `${item.id}-check`) {
    return [problem(`the next graded cell must be ${item.id}-check`, answer.cell)];
  }
  const problems: Problem[] = [];
  const points = itemPoints(item);
  if (!answer.grading.solution || answer.grading.grade) {
    problems.push(problem('an answer cell has solution true and grade false', answer.cell));
  }
  if (!hasSolution(answer.cell.source)) problems.push(problem('has no // BEGIN SOLUTION', answer.cell));
  if (!test.grading.grade || !test.grading.locked || test.grading.solution) {
    problems.push(problem('a test cell has grade and locked true and solution false', test.cell));
  }
  if (test.grading.points !== points) {
    problems.push(problem(`has ${test.grading.points ?? 'no'} points, the oracle ${points}`, test.cell));
  }
  if (!test.cell.source.trimEnd().endsWith(`check('${item.id}');`)) {
    problems.push(problem(`must end in check('${item.id}');`, test.cell));
  }
  return problems;
}
