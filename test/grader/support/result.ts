import type { ResultFile, ResultItem, ResultLine } from '../../../lib/grader/src/report/result';

export function line(points: number, max_points: number, changes: Partial<ResultLine> = {}): ResultLine {
  const status = points === max_points ? 'right' : 'wrong';
  return {
    line: 'value',
    points,
    max_points,
    status,
    message: '',
    mistakes: [],
    families: [],
    comparison: null,
    untouched: false,
    why: null,
    ...changes,
  };
}

export function item(id: string, lines: readonly ResultLine[]): ResultItem {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, value) => total + value, 0);
  const points = sum(lines.map((one) => one.points));
  const max_points = sum(lines.map((one) => one.max_points));
  return {
    id,
    title: id.toUpperCase(),
    points,
    max_points,
    status: 'graded',
    lines,
    by_hand: false,
    comment: '',
    formula: '',
  };
}

/** A result as a run gives it: 7 of 9 points. */
export function result(changes: Partial<ResultFile>): ResultFile {
  return {
    version: 1,
    student: 'ana',
    exercise: '01-x',
    language: 'pt',
    status: 'graded',
    score: 7,
    max_score: 9,
    message: 'Corrigido.',
    items: [item('mse', [line(4, 4), line(0, 2, { line: 'gradient' })]), item('l1', [line(3, 3)])],
    written: [],
    cells: [],
    repairs: [],
    output: '',
    hashes: { submission: 'abc', oracle: 'o', runtime: 'r' },
    seed: 's',
    sandbox: 'bubblewrap',
    versions: {},
    submitted: null,
    code_max_score: 9,
    raw_score: 7,
    late: null,
    comment: '',
    ...changes,
  };
}
