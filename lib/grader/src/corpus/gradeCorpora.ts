import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Course } from '../batch/exercises';
import { main } from '../cli/main';
import type { ResultFile } from '../report/result';
import type { Corpus, EquivalentRow, Row, WrongRow } from './corpus';
import { judgedIn, type Judged } from './judged';
import { answersOf, notebookWith } from './notebook';
import { packed } from './pack';

/** A corpus with the marks of its rows. */
export interface GradedCorpus {
  readonly exercise: string;
  readonly wrong: readonly Judged<WrongRow>[];
  readonly equivalent: readonly Judged<EquivalentRow>[];
  readonly right: readonly Judged[];
}

interface Packed<One extends Row = Row> {
  readonly student: string;
  readonly rows: readonly One[];
}

/** Every run draws the same secret cases, so that the page changes only when the grader, an oracle or a row does. */
const seed = 'corpus';

/**
 * Grades corpora as an instructor grades a class: by the command, in the sandbox.
 * @param masters `solutions`, with `pt/` and `es/`
 */
export async function gradeCorpora(
  corpora: readonly Corpus[],
  masters: string,
  course: Course,
): Promise<GradedCorpus[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lossbook-corpus-'));
  try {
    const packs = corpora.map((corpus) => {
      const answers = answersOf(masters, corpus.exercise);
      const pack = <One extends Row>(kind: string, rows: readonly One[]): Packed<One>[] =>
        packed(rows, answers).map((some, i) => ({ student: `${kind}-${i + 1}`, rows: some }));
      const { exercise, wrong, equivalent, right } = corpus;
      const kinds = {
        wrong: pack('wrong', wrong),
        equivalent: pack('equivalent', equivalent),
        right: pack('right', right),
      };
      for (const { student, rows } of Object.values(kinds).flat() as Packed[]) {
        mkdirSync(join(folder, 'in', student), { recursive: true });
        writeFileSync(join(folder, 'in', student, `${exercise}.ipynb`), notebookWith(masters, exercise, rows));
      }
      return { exercise, ...kinds };
    });
    writeFileSync(join(folder, 'seed'), seed);
    const options = ['--out', join(folder, 'out'), '--seed', join(folder, 'seed')];
    const status = await main([join(folder, 'in'), ...options], course);
    if (status !== 0) throw new Error(`grading the corpus ended with ${status}`);
    return packs.map(({ exercise, wrong, equivalent, right }) => {
      const judged = <One extends Row>(all: readonly Packed<One>[]): Judged<One>[] =>
        all.flatMap(({ student, rows }) => {
          const path = join(folder, 'out', 'results', student, `${exercise}.json`);
          const result = JSON.parse(readFileSync(path, 'utf8')) as ResultFile;
          return rows.map((row) => judgedIn(result, row));
        });
      return { exercise, wrong: judged(wrong), equivalent: judged(equivalent), right: judged(right) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
