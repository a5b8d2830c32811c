import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { hasNoAnswers } from '../assignment/mark';
import type { Language } from '../language';
import { classPage } from '../report/class/classPage';
import type { CourseTexts } from '../report/courseTexts';
import { gradesCsv } from '../report/csv';
import { feedbackHtml } from '../report/html';
import { markingPage } from '../report/marking/markingPage';
import type { ResultFile } from '../report/result';
import { similarCsv } from '../report/similarCsv';
import { writeAtomically } from '../report/writeAtomically';
import type { SimilarSubmissions } from '../similarity/submissions';

/** So many milliseconds may a row wait. */
const tableEvery = 500;

/** Writes what a run finds out, as it finds it out: an interrupted run has lost nothing that was finished. */
export class Reports {
  private readonly byName = new Map<string, ResultFile>();
  private table: NodeJS.Timeout | undefined;

  /** @param kept results of an earlier run that stay in the tables */
  constructor(
    private readonly out: string,
    kept: readonly ResultFile[] = [],
  ) {
    for (const result of kept) this.byName.set(nameOf(result), result);
  }

  get results(): readonly ResultFile[] {
    return [...this.byName.values()].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  }

  /** Writes the pages of the whole class: who is where, whose code is alike, and what a human still has to mark. */
  addClass(language: Language, similar: readonly SimilarSubmissions[] = [], texts?: CourseTexts): void {
    writeAtomically(join(this.out, 'class.html'), classPage(this.results, language, similar, texts));
    writeAtomically(join(this.out, 'similar.csv'), similarCsv(similar));
    const toMark = this.results.filter((result) => !hasNoAnswers(result));
    const marking = markingPage(toMark, language, texts);
    if (marking === undefined) rmSync(join(this.out, 'marking.html'), { force: true });
    else writeAtomically(join(this.out, 'marking.html'), marking);
  }

  /** Writes one submission's result and feedback at once, and its row soon: of a large class, the table is long. */
  add(result: ResultFile): void {
    const { student, exercise } = result;
    writeAtomically(join(this.out, 'results', student, `${exercise}.json`), `${JSON.stringify(result, null, 2)}\n`);
    writeAtomically(join(this.out, 'feedback', student, `${exercise}.html`), feedbackHtml(result));
    this.byName.set(nameOf(result), result);
    this.table ??= setTimeout(() => {
      this.flush();
    }, tableEvery);
  }

  /** Writes the table now. */
  flush(): void {
    clearTimeout(this.table);
    this.table = undefined;
    writeAtomically(join(this.out, 'grades.csv'), gradesCsv(this.results));
  }
}

/** Sorts as the student and then the exercise do. */
function nameOf({ student, exercise }: ResultFile): string {
  return `${student}\0${exercise}`;
}
