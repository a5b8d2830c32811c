import type { Language } from '../../language';
import type { MatchedCell } from '../../similarity/compare';
import type { SimilarSubmissions } from '../../similarity/submissions';
import { escape, percentText } from '../htmlText';
import { similarWords } from './similarWords';
import { nameHtml } from './studentLinks';

/** So many pairs are shown with their code; similar.csv has all. */
const mostShown = 25;

/** The longest code of a cell that is shown. */
const mostLines = 200;

export const similarStyle = `
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.pair > * { min-width: 0; }
.pair pre { margin: 0; }
.pair mark { background: #fff1b8; color: #1a1a1a; border-left: 4px solid #1a1a1a; padding-left: .3rem; }
`;

/** Submissions that are alike, their matching cells side by side, and what that does not prove. Empty if there are none. */
export function similarSection(pairs: readonly SimilarSubmissions[], language: Language): string {
  if (pairs.length === 0) return '';
  const w = similarWords[language];
  const shown = pairs.slice(0, mostShown);
  const rest = pairs.length > shown.length ? `<p>${w.more(pairs.length - shown.length)}</p>` : '';
  return `<section aria-labelledby="similar"><h2 id="similar">${w.title}</h2>
<p><strong>${w.noProof}</strong> ${w.help}</p>
${shown.map((pair) => pairHtml(pair, language)).join('\n')}
${rest}</section>`;
}

function pairHtml({ exercise, students, share, matches }: SimilarSubmissions, language: Language): string {
  const w = similarWords[language];
  const [first, second] = students.map(nameHtml) as [string, string];
  const rows = matches.map(
    ([a, b]) => `<div class="pair">${cellHtml(first, a, language)}${cellHtml(second, b, language)}</div>`,
  );
  return `<details><summary>${escape(exercise)}: ${first} · ${second}: ${percentText(Math.round(100 * share) / 100, language)} ${w.inCommon}</summary>
${rows.join('\n')}</details>`;
}

/** The lines that match are marked by a bar too, so that nothing hangs on colour alone. */
function cellHtml(student: string, { number: place, source, lines }: MatchedCell, language: Language): string {
  const w = similarWords[language];
  const code = source.split('\n');
  const html = code
    .slice(0, mostLines)
    .map((line, i) => (lines.has(i) ? `<mark>${escape(line)}</mark>` : escape(line)));
  const cut = code.length > mostLines ? '\n…' : '';
  return `<figure><figcaption>${student}, ${w.cell} ${place}</figcaption><pre>${html.join('\n')}${cut}</pre></figure>`;
}
