import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../kernel/launch';

export const exercise = '01-regression';

/** A student's notebook as it is handed in. */
export interface Generated {
  readonly student: string;
  readonly text: string;
  /** Whether it is a notebook as Jupyter writes it. */
  readonly whole: boolean;
  readonly broken: boolean;
  readonly endless: boolean;
}

/** An answer cell with `$a`, `$b`, `$c` in place of the student's own names. */
type Template = string;

interface Answer {
  readonly item: string;
  readonly answer: Template;
}

/** `solutions/variants/<exercise>.json`; a course without solutions has none. */
interface Variants {
  /** By item: right answers, written in several ways. */
  readonly right: Readonly<Record<string, readonly Template[]>>;
  /** Wrong in one item, each in its way. */
  readonly wrong: readonly Answer[];
  /** Endless loops: in a function, and in a cell. */
  readonly endless: readonly Answer[];
}

interface CellFile {
  metadata: { nbgrader?: { grade_id: string; grade: boolean } };
  source: string | string[];
}

interface NotebookFile {
  cells: CellFile[];
}

/** What can be wrong with a file as a whole; what gives no text leaves a notebook. */
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
  const variants = JSON.parse(readFileSync(join(ROOT, 'solutions/variants', `${exercise}.json`), 'utf8')) as Variants;
  const released = readFileSync(join(ROOT, 'exercises/pt', `${exercise}.ipynb`), 'utf8');
  return Array.from({ length: count }, (_, i) => generateOne(i, count, variants, released));
}

/** Of each ten, those with these numbers are broken: two in an answer, one as a file. */
const [firstWrong, secondWrong, damaged] = [3, 6, 9];

function generateOne(i: number, count: number, variants: Variants, released: string): Generated {
  const draw = drawing(i + 1);
  const notebook = JSON.parse(released) as NotebookFile;
  const [ten, place] = [Math.floor(i / 10), i % 10];
  const isWrong = place === firstWrong || place === secondWrong;
  const harm = place === damaged ? damage[ten % (damage.length + 1)] : undefined;
  // One of the kinds is the exercise as it was handed out.
  const isUntouched = place === damaged && harm === undefined;
  if (!isUntouched) {
    for (const [item, templates] of Object.entries(variants.right)) {
      answer(notebook, { item, answer: pick(templates, draw) }, draw);
    }
  }
  // The loops lie far apart.
  const loop = [0.25, 0.75].findIndex((share) => Math.floor((count * share) / 10) * 10 + firstWrong === i);
  const kind = (2 * ten + (place === firstWrong ? 0 : 1)) % variants.wrong.length;
  const other = variants.endless[loop] ?? (isWrong ? variants.wrong[kind] : undefined);
  if (other !== undefined) answer(notebook, other, draw);
  const text = harm?.(notebook);
  return {
    student: `student-${String(i + 1).padStart(4, '0')}`,
    text: text ?? JSON.stringify(notebook, null, 1),
    whole: text === undefined,
    broken: isWrong || place === damaged,
    endless: loop >= 0,
  };
}

/** Writes them as students' folders. */
export function writeSubmissions(folder: string, submissions: readonly Generated[]): void {
  for (const { student, text } of submissions) {
    mkdirSync(join(folder, student), { recursive: true });
    writeFileSync(join(folder, student, `${exercise}.ipynb`), text);
  }
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

function answer(notebook: NotebookFile, { item, answer: template }: Answer, draw: () => number): void {
  const cell = notebook.cells.find(({ metadata: { nbgrader } }) => nbgrader?.grade_id === item && !nbgrader.grade);
  if (cell === undefined) throw new Error(`exercise ${exercise} has no item ${item}`);
  const name = (place: string): string => `${pick(words, draw)}${Math.floor(100 * draw())}${place}`;
  const names = new Map(['a', 'b', 'c'].map((place) => [place, name(place)]));
  cell.source = template.replace(/\$([abc])/g, (_, place: string) => names.get(place) ?? '');
}

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
