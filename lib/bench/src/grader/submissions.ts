import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../kernel/launch';
import { endless, right, wrong } from './answers';

export const exercise = '01-regression';

/** A student's notebook as it is handed in. */
export interface Generated {
  readonly student: string;
  readonly text: string;
  /** Whether a grader that reads only whole notebooks can read it. */
  readonly whole: boolean;
  readonly broken: boolean;
  readonly endless: boolean;
}

interface CellFile {
  metadata: { nbgrader?: { grade_id: string; grade: boolean } };
  source: string | string[];
}
interface NotebookFile {
  cells: CellFile[];
}

/** What can be wrong with a file as a whole. */
const damage: readonly ((notebook: NotebookFile) => string | undefined)[] = [
  (notebook) => JSON.stringify(notebook).slice(0, -300),
  () => 'my homework',
  () => '',
  (notebook) => {
    notebook.cells = notebook.cells.filter(({ metadata }) => metadata.nbgrader?.grade_id !== 'l1');
    return undefined;
  },
  (notebook) => {
    for (const cell of notebook.cells) cell.metadata = {};
    return undefined;
  },
];

/**
 * Submissions of exercise 01 by students who write alike but not the same: 70 % right, the others wrong, of wrong types, thrown,
 * damaged, untouched; two of them loop for ever. The same in every run.
 */
export function generate(count: number): Generated[] {
  return Array.from({ length: count }, (_, i) => generateOne(i, count));
}

function generateOne(i: number, count: number): Generated {
  const draw = drawing(i + 1);
  const student = `student-${String(i + 1).padStart(4, '0')}`;
  // Every tenth submission and two of the nine others of each ten are broken; the loops lie far apart.
  const broken = i % 10 === 3 || i % 10 === 6 || i % 10 === 9;
  const loop = endless[[Math.floor(count / 4), Math.floor((3 * count) / 4)].indexOf(i)];
  const notebook = JSON.parse(readFileSync(join(ROOT, 'exercises/pt', `${exercise}.ipynb`), 'utf8')) as NotebookFile;
  const kind = Math.floor(i / 10);
  const file = broken && loop === undefined && i % 10 === 9 ? kind % (damage.length + 1) : damage.length + 1;
  if (file < damage.length || !broken || i % 10 !== 9) {
    for (const [item, templates] of Object.entries(right)) answer(notebook, item, pick(templates, draw), draw);
  }
  const mistake = broken && i % 10 !== 9 ? wrong[(2 * kind + (i % 10 === 3 ? 0 : 1)) % wrong.length] : undefined;
  const other = loop ?? mistake;
  if (other !== undefined) answer(notebook, other.item, other.answer, draw);
  const damaged = damage[file]?.(notebook);
  return {
    student,
    text: damaged ?? JSON.stringify(notebook, null, 1),
    whole: damaged === undefined,
    broken: broken || loop !== undefined,
    endless: loop !== undefined,
  };
}

/** Writes them as students' folders. */
export function writeSubmissions(folder: string, submissions: readonly Generated[]): void {
  for (const { student, text } of submissions) {
    mkdirSync(join(folder, student), { recursive: true });
    writeFileSync(join(folder, student, `${exercise}.ipynb`), text);
  }
}

function answer(notebook: NotebookFile, item: string, template: string, draw: () => number): void {
  const cell = notebook.cells.find(({ metadata: { nbgrader } }) => nbgrader?.grade_id === item && !nbgrader.grade);
  if (cell === undefined) throw new Error(`exercise ${exercise} has no item ${item}`);
  const names = new Map(
    ['a', 'b', 'c'].map((place) => [place, `${pick(words, draw)}${Math.floor(100 * draw())}${place}`]),
  );
  cell.source = template.replace(/\$([abc])/g, (_, place: string) => names.get(place) ?? '');
}

const words = [
  'diff',
  'error',
  'delta',
  'erro',
  'valor',
  'residuo',
  'd',
  'e',
  'x',
  'y',
  'total',
  'soma',
  'loss',
  'tmp',
];

function pick<T>(choices: readonly T[], draw: () => number): T {
  const choice = choices[Math.floor(draw() * choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}

/** Marsaglia's xorshift: numbers in [0, 1) that are the same everywhere. */
function drawing(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
