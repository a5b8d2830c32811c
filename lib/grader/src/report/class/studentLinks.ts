import { escape } from '../htmlText';
import type { ResultFile } from '../result';

type Page = Pick<ResultFile, 'student' | 'exercise'>;

/** Where a student's page lies beside the class page. */
export function hrefOf({ student, exercise }: Page): string {
  return ['feedback', student, `${exercise}.html`].map(encodeURIComponent).join('/');
}

/** A name among other words, whose direction does not change theirs. */
export function nameHtml(student: string): string {
  return `<bdi>${escape(student)}</bdi>`;
}

/** A number that opens to the names behind it, each a link to the student's page. */
export function openable(summary: string, pages: readonly Page[]): string {
  const links = pages.map((page) => `<a href="${hrefOf(page)}">${nameHtml(page.student)}</a>`);
  return `<details class="names"><summary>${summary}</summary>${links.join(', ')}</details>`;
}
