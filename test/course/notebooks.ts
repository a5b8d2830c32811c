import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { notebookFile, type Lesson } from '../../lib/course/src/course/lessons';
import type { Pair } from '../../lib/course/src/course/pair';
import { kernelMetadata } from '../../lib/course/src/notebook/kernel';
import type { JsonObject } from '../../lib/course/src/notebook/json';
import { languages, type Cell, type Language, type Notebook } from '../../lib/course/src/notebook/notebook';
import { printNotebook } from '../../lib/course/src/notebook/print';

/** Small notebooks that the tests of the course's tools are made of. */
export function code(id: string, source: string, more: Partial<Cell> = {}): Cell {
  return { id, type: 'code', metadata: {}, source, outputs: [], executionCount: null, ...more };
}

export function prose(id: string, source: string): Cell {
  return { id, type: 'markdown', metadata: {}, source, outputs: [], executionCount: null };
}

/** The cell that says in which language the notebook is; its code is the only one that differs. */
export function languageCell(language: Language): Cell {
  return code('language', `const language = '${language}';`, { metadata: { tags: ['language'] } });
}

export function answerCell(item: string, source: string): Cell {
  return code(item, source, { metadata: { nbgrader: graded(item, { solution: true, grade: false, locked: false }) } });
}

export function testCell(item: string, points: number): Cell {
  const nbgrader = { ...graded(`${item}-check`, { solution: false, grade: true, locked: true }), points };
  return code(`${item}-check`, `check('${item}');`, { metadata: { nbgrader } });
}

/** An answer in words, which a human marks. */
export function writtenCell(item: string, source: string, points: number): Cell {
  const nbgrader = { ...graded(item, { solution: true, grade: true, locked: false }), points };
  return { ...prose(item, source), metadata: { nbgrader } };
}

function graded(id: string, flags: JsonObject): JsonObject {
  return { schema_version: 3, grade_id: id, task: false, ...flags };
}

export function notebook(language: Language, kind: 'lesson' | 'exercise', cells: Cell[]): Notebook {
  return {
    cells,
    metadata: { ...structuredClone(kernelMetadata), lossbook: { language, kind } },
    format: { major: 4, minor: 5 },
  };
}

/** A lesson; the Spanish cells are copies of the Portuguese ones unless given. */
export function pair(pt: Cell[], es: Cell[] = structuredClone(pt), folder: Lesson['folder'] = 'notebooks'): Pair {
  const kind = folder === 'notebooks' ? 'lesson' : 'exercise';
  return {
    lesson: { folder, name: '01-sample' },
    notebooks: { pt: notebook('pt', kind, pt), es: notebook('es', kind, es) },
  };
}

/** The cell of this id in one notebook of a pair. */
export function cellOf(of: Pair, language: Language, id: string): Cell {
  const found = of.notebooks[language].cells.find((cell) => cell.id === id);
  if (found === undefined) throw new Error(`the sample has no cell ${id}`);
  return found;
}

/** A course in a folder of its own, which is removed after each test. */
export function temporaryCourse(): {
  readonly root: () => string;
  write(file: string, text: string): void;
  add(pair: Pair): void;
} {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'course-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const write = (file: string, text: string): void => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  return {
    root: () => root,
    write,
    add: (of) => {
      for (const language of languages) write(notebookFile(of.lesson, language), printNotebook(of.notebooks[language]));
    },
  };
}
