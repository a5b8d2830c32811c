import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grading } from '../notebook/nbgrader';
import type { Cell, Language, Notebook } from '../notebook/notebook';
import { bundle } from '../notebook/output';
import { joined, parseNotebook } from '../notebook/parse';

/** What `check()` last said of an item; `written` answers are for a human. */
export type State = 'right' | 'wrong' | 'open' | 'written';

/** An item of an exercise, as the student's notebook has it. */
export interface PracticeItem {
  readonly id: string;
  readonly title: string;
  readonly points: number;
  readonly state: State;
  /** What `check()` said, or the error of its cell. */
  readonly words: string;
}

/** The exercises that a student has in `work/<language>`, by name. */
export function exerciseNames(root: string, language: Language): string[] {
  const folder = join(root, 'work', language);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ipynb') && !file.startsWith('.'))
    .map((file) => file.slice(0, -'.ipynb'.length))
    .sort();
}

export function exerciseFile(language: Language, name: string): string {
  return `work/${language}/${name}.ipynb`;
}

/** @throws CourseError when it is no notebook */
export function readExercise(root: string, file: string): Notebook {
  return parseNotebook(readFileSync(join(root, file), 'utf8'), file);
}

/** The items in the notebook's order, by what their cells show. */
export function itemsOf({ cells }: Notebook): PracticeItem[] {
  let title = '';
  return cells.flatMap((cell) => {
    title = /^## +(.*)$/m.exec(cell.type === 'markdown' ? cell.source : '')?.[1] ?? title;
    const found = grading(cell);
    if (found === undefined || !found.grade) return [];
    const words = cell.type === 'code' ? shown(cell) : '';
    const state = cell.type === 'code' ? stateOf(words) : 'written';
    return [{ id: found.id.replace(/-check$/, ''), title, points: found.points ?? 0, state, words }];
  });
}

/** `check()` begins what it says of a function with its verdict and indents the rest; an error instead of it is wrong as well. */
function stateOf(words: string): State {
  const lines = words.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('  '));
  if (lines.length === 0 || lines.some((line) => line.startsWith('○'))) return 'open';
  return lines.every((line) => line.startsWith('✓')) ? 'right' : 'wrong';
}

function shown(cell: Cell): string {
  return cell.outputs
    .map((output) => {
      if (output.output_type === 'error') return `✗ ${joined(output.ename)}: ${joined(output.evalue)}`;
      return joined(output.text) || joined(bundle(output)['text/plain']);
    })
    .join('')
    .trim();
}
