import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { languages, type Language } from '../notebook/notebook';
import { UsageError } from '../notebook/problem';

/** Where notebooks lie: lessons, the exercises' masters, the exercises as students get them. */
export type Folder = 'notebooks' | 'solutions' | 'exercises';
export const folders: readonly Folder[] = ['notebooks', 'solutions', 'exercises'];

/** One lesson in one folder: the same name in both languages. */
export interface Lesson {
  readonly folder: Folder;
  readonly name: string;
}

/** The file of a lesson in one language, relative to the course's folder. */
export function notebookFile({ folder, name }: Lesson, language: Language): string {
  return `${folder}/${language}/${name}.ipynb`;
}

/** All lessons of these folders, by name; one that exists in only one language is there too. */
export function lessons(root: string, among: readonly Folder[], names: readonly string[] = []): Lesson[] {
  const all = among.flatMap((folder) => namesIn(root, folder).map((name) => ({ folder, name })));
  for (const wanted of names) {
    if (!all.some(({ name }) => matches(name, wanted))) {
      throw new UsageError(`no notebook is called ${wanted} in ${among.join(', ')}`);
    }
  }
  return names.length === 0 ? all : all.filter(({ name }) => names.some((wanted) => matches(name, wanted)));
}

/** A lesson is called by its name or by its number: `01-regression`, `01`. */
function matches(name: string, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}-`);
}

function namesIn(root: string, folder: Folder): string[] {
  const found = languages.flatMap((language) => {
    const path = join(root, folder, language);
    return existsSync(path) ? readdirSync(path) : [];
  });
  return [...new Set(found)]
    .filter((file) => file.endsWith('.ipynb') && !file.startsWith('.'))
    .map((file) => file.slice(0, -'.ipynb'.length))
    .sort();
}
