import type { CheckFile } from 'lossbook-diagnosis';
import { say } from '../language';
import type { Words } from '../language';
import { findCheckFile } from './checkFiles';
import { report, type Report } from './report';
import { wrapped } from './wrapped';

let current: string | undefined;
const handed = new Map<string, unknown>();

/** Says which exercise the notebook is; what was handed in for another is forgotten. */
export function exercise(name: string): void {
  current = name;
  handed.clear();
}

/**
 * Hands functions to `check`, which cannot see a notebook's variables. A later function of the same name takes the place of an
 * earlier one.
 *
 * @example answer({ mse: mse, mseGrad: mseGrad });
 */
export function answer(functions: Readonly<Record<string, unknown>>): void {
  for (const [name, f] of Object.entries(functions)) handed.set(name, f);
}

/**
 * Tries the functions of an item on the exercise's public cases and prints, in the notebook's language, that they are right or
 * what the first wrong one does. It throws nothing, so that a cell that is not done yet does not stop the notebook; except where
 * nbgrader runs the notebook, which takes for right whatever does not throw.
 */
export function check(item: string): void {
  const { text, right } = answerTo(item);
  if (!right && process.env.NBGRADER_EXECUTION !== undefined) throw new Error(text);
  console.log(wrapped(text));
}

function answerTo(item: string): { text: string; right: boolean } {
  try {
    const { lines, right } = reportOf(item);
    return { text: lines.map(say).join('\n'), right };
  } catch (error) {
    return { text: `✗ ${error instanceof Error ? error.message : String(error)}`, right: false };
  }
}

function reportOf(item: string): Report {
  const wrong = (words: Words): Report => ({ lines: [words], right: false });
  if (current === undefined) {
    return wrong({
      pt: `✗ Execute primeiro a célula do início, que diz exercise('…').`,
      es: `✗ Ejecuta primero la celda del inicio, que dice exercise('…').`,
    });
  }
  const file = findCheckFile(current);
  if (file === undefined) return wrong(noFile(current));
  const found = Object.hasOwn(file.items, item) ? file.items[item] : undefined;
  return found === undefined ? wrong(noItem(item, file)) : report(found, handed);
}

function noFile(name: string): Words {
  return {
    pt: `✗ Não encontrei exercises/checks/${name}.json. Abra o exercício dentro da pasta do curso.`,
    es: `✗ No encontré exercises/checks/${name}.json. Abre el ejercicio dentro de la carpeta del curso.`,
  };
}

function noItem(item: string, file: CheckFile): Words {
  const items = Object.keys(file.items).join(', ');
  return {
    pt: `✗ Este exercício não tem o item ${item}. Os itens são: ${items}.`,
    es: `✗ Este ejercicio no tiene el ítem ${item}. Los ítems son: ${items}.`,
  };
}
