import { join } from 'node:path';
import type { Graded } from '../gradeSubmission';
import { gradesCsv, type GradeRow } from '../report/csv';
import { feedbackHtml } from '../report/html';
import { resultOf, type Provenance } from '../report/result';
import { writeAtomically } from '../report/writeAtomically';

/** Writes what a run finds out, as it finds it out: an interrupted run has lost nothing that was finished. */
export class Reports {
  private readonly rows: GradeRow[] = [];

  constructor(private readonly out: string) {}

  /** Writes one submission's result and feedback, and its row. */
  add(graded: Graded, provenance: Provenance): void {
    const result = resultOf(graded, provenance);
    const { student, exercise } = graded;
    writeAtomically(join(this.out, 'results', student, `${exercise}.json`), `${JSON.stringify(result, null, 2)}\n`);
    writeAtomically(join(this.out, 'feedback', student, `${exercise}.html`), feedbackHtml(result));
    this.rows.push(graded);
    writeAtomically(join(this.out, 'grades.csv'), gradesCsv(this.rows));
  }
}
