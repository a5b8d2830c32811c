import { generalSentence } from 'lossbook-diagnosis';
import type { Language } from '../../language';
import type { CourseTexts } from '../courseTexts';
import { escape, locales } from '../htmlText';
import type { ResultFile } from '../result';
import { sayLine, sayLineStatus } from '../submissionWords';
import { classWords } from './classWords';
import { commonMistakes, type CommonMistake } from './statistics';
import { openable } from './studentLinks';
import { table } from './table';

/** So many are shown. */
const most = 15;

/** The commonest mistakes, with who made them. Empty if there are none. */
export function mistakesSection(results: readonly ResultFile[], language: Language, texts: CourseTexts): string {
  const mistakes = commonMistakes(results, most);
  if (mistakes.length === 0) return '';
  const w = classWords[language];
  const rows = mistakes.map((mistake) => {
    const { exercise, id, line, students, message } = mistake;
    const title = texts.itemTitle(exercise, id) ?? mistake.title;
    const where = [exercise, title, ...(line === undefined ? [] : [sayLine(line)[language]])].map(escape).join(' · ');
    const pages = students.map((student) => ({ student, exercise }));
    const cells = [
      `<td class="text">${openable(String(students.length), pages)}</td>`,
      `<td class="text example">${mistakeHtml(mistake, language)}</td>`,
      `<td class="text example" lang="${locales[mistake.language]}">${escape(message)}</td>`,
    ];
    return `<tr><th scope="row">${where}</th>${cells.join('')}</tr>`;
  });
  return `<section aria-labelledby="mistakes"><h2 id="mistakes">${w.mistakes}</h2>
${table('mistakes', [w.where, w.students, w.mistake, w.example], rows)}</section>`;
}

/** The sentence of a mistake in the page's language, and its code for who looks it up in the oracle. */
function mistakeHtml({ status, mistakes, families }: CommonMistake, language: Language): string {
  if (mistakes.length === 0 && families.length === 0)
    return status === 'wrong' ? classWords[language].unnamed : sayLineStatus(status)[language];
  const codes = mistakes.length > 0 ? mistakes : families;
  return `${escape(generalSentence(families)[language])} <small>${escape(codes.join(', '))}</small>`;
}
