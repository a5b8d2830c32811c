import { generalSentence } from 'lossbook-diagnosis';
import type { Language } from '../../language';
import { noCourseTexts, type CourseTexts } from '../courseTexts';
import { escape, locales, number, pointsText } from '../htmlText';
import { waitsForMarks, type ResultFile } from '../result';
import { style } from '../style';
import { sayLine, sayLineStatus, sayShortStatus } from '../submissionWords';
import type { SimilarSubmissions } from '../../similarity/submissions';
import { classWords } from './classWords';
import { similarSection, similarStyle } from './similarSection';
import {
  commonMistakes,
  distribution,
  isUntouched,
  itemStatistics,
  mean,
  median,
  type CommonMistake,
  type ItemStatistics,
} from './statistics';

/** Below this an item hardly tells who knows more; said only of classes that are large enough to tell. */
const weakDiscrimination = 0.2;
const largeEnough = 10;

const tableStyle = `
main { max-width: 80rem; }
.numbers td { white-space: nowrap; }
.numbers th { white-space: normal; }
.numbers th[scope=row] { min-width: 10rem; }
.numbers td.example { white-space: normal; min-width: 16rem; }
.numbers td { text-align: right; }
.numbers td.text { text-align: left; }
.numbers th, .numbers td { overflow-wrap: break-word; }
.scroll { overflow-x: auto; }
figure { margin: 1rem 0; }
svg text { font: 12px system-ui, sans-serif; fill: #1a1a1a; }
svg rect { fill: #2f5d8a; stroke: #1a1a1a; }
@media print {
  .numbers { font-size: .65rem; }
  .numbers th, .numbers td { padding: .2rem .3rem; white-space: normal; }
  .numbers tbody td:not(.text) { white-space: nowrap; }
  .numbers th[scope=row], .numbers td.example { min-width: 6rem; overflow-wrap: anywhere; }
}
@media print { .scroll { overflow: visible; } svg { max-width: 12cm; } }
`;

/** The page of a whole class: one file without scripts, which links to the students' pages beside it. */
export function classPage(
  results: readonly ResultFile[],
  language: Language,
  similar: readonly SimilarSubmissions[] = [],
  texts: CourseTexts = noCourseTexts,
): string {
  const w = classWords[language];
  // Examples come in the page's language where somebody has them in it.
  const own = results.filter((result) => result.language === language);
  const ordered = [...own, ...results.filter((result) => !own.includes(result))];
  const exercises = [...new Set(results.map(({ exercise }) => exercise))].sort();
  return `<!DOCTYPE html>
<html lang="${locales[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${w.title}</title>
<style>${style}${tableStyle}${similarStyle}</style>
</head>
<body>
<main>
<h1>${w.title}</h1>
${exercises.map((exercise) => overview(exercise, results, language)).join('\n')}
${itemsTable(itemStatistics(ordered), language, texts)}
${mistakesTable(commonMistakes(ordered, 15), language, texts)}
${studentsTable(results, exercises, language)}
${similarSection(similar, language)}
</main>
</body>
</html>
`;
}

function overview(exercise: string, results: readonly ResultFile[], language: Language): string {
  const w = classWords[language];
  const own = results.filter((result) => result.exercise === exercise);
  const handedIn = own.filter(({ status }) => status !== 'missing');
  const scores = handedIn.map(({ score }) => score);
  const most = Math.max(0, ...own.map(({ max_score }) => max_score));
  const facts: [string, string][] = [
    [w.handedIn, `${handedIn.length} ${w.of} ${own.length}`],
    [w.mean, `${pointsText(mean(scores), language)} ${w.of} ${pointsText(most, language)}`],
    [w.median, pointsText(median(scores), language)],
  ];
  const waiting = own.filter(waitsForMarks).length;
  if (waiting > 0) facts.push([w.waiting, `${waiting} (<a href="marking.html">${w.markHere}</a>)`]);
  return `<section aria-labelledby="exercise-${encodeURIComponent(exercise)}">
<h2 id="exercise-${encodeURIComponent(exercise)}">${escape(exercise)}</h2>
<ul>${facts.map(([name, value]) => `<li>${name}: <strong>${value}</strong></li>`).join('')}</ul>
${histogram(distribution(handedIn), language)}
</section>`;
}

/** Bars with their numbers above them, so that nothing hangs on the eye alone; the label says the same. */
function histogram(bins: readonly number[], language: Language): string {
  const w = classWords[language];
  const [width, height, highest] = [52, 140, Math.max(1, ...bins)];
  const ranges = bins.map((_, i) => `${i * 10}–${(i + 1) * 10} %`);
  const bars = bins.map((count, i) => {
    const bar = Math.round((height * count) / highest);
    const [x, y] = [i * width + 4, 20 + height - bar];
    return `<rect x="${x}" y="${y}" width="${width - 8}" height="${bar}"/><text x="${x + width / 2 - 4}" y="${y - 5}" text-anchor="middle">${count}</text><text x="${x + width / 2 - 4}" y="${height + 38}" text-anchor="middle">${i * 10}–${(i + 1) * 10}</text>`;
  });
  const label = `${w.distribution}: ${bins.map((count, i) => `${ranges[i] ?? ''}: ${count}`).join('; ')}`;
  return `<figure><svg role="img" aria-label="${escape(label)}" viewBox="0 0 ${bins.length * width} ${height + 46}" width="100%" style="max-width: ${bins.length * width}px">${bars.join('')}</svg>
<figcaption>${w.distribution}</figcaption></figure>`;
}

function itemsTable(items: readonly ItemStatistics[], language: Language, texts: CourseTexts): string {
  if (items.length === 0) return '';
  const w = classWords[language];
  const lines = [...new Set(items.flatMap((item) => [...item.lines.keys()]))];
  const percent = (share: number | undefined): string =>
    share === undefined ? '' : `${number(Math.round(100 * share), language)} %`;
  const rows = items.map((item) => {
    const weak =
      item.students >= largeEnough && item.discrimination !== undefined && item.discrimination < weakDiscrimination;
    const discrimination = item.discrimination === undefined ? '–' : pointsText(item.discrimination, language);
    const shares = lines.map((line) => `<td>${percent(item.lines.get(line))}</td>`).join('');
    const title = texts.itemTitle(item.exercise, item.id) ?? item.title;
    return `<tr><th scope="row">${escape(item.exercise)} · ${escape(title)}</th><td>${pointsText(item.meanPoints, language)} / ${pointsText(item.maxPoints, language)}</td><td>${percent(item.difficulty)}</td><td>${discrimination}${weak ? ` ! ${w.look}` : ''}</td><td>${item.untouched}</td>${shares}</tr>`;
  });
  const headers = [
    w.item,
    w.meanPoints,
    w.difficulty,
    w.discrimination,
    w.untouched,
    ...lines.map((line) => sayLine(line)[language]),
  ];
  return `<section aria-labelledby="items"><h2 id="items">${w.items}</h2>
<p>${w.itemsHelp}</p>
${table('items', headers, rows)}</section>`;
}

function mistakesTable(mistakes: readonly CommonMistake[], language: Language, texts: CourseTexts): string {
  if (mistakes.length === 0) return '';
  const w = classWords[language];
  const rows = mistakes.map((mistake) => {
    const { exercise, id, line, count, message } = mistake;
    const title = texts.itemTitle(exercise, id) ?? mistake.title;
    return `<tr><th scope="row">${escape(exercise)} · ${escape(title)} · ${sayLine(line)[language]}</th><td>${count}</td><td class="text example">${mistakeHtml(mistake, language)}</td><td class="text example" lang="${locales[mistake.language]}">${escape(message)}</td></tr>`;
  });
  return `<section aria-labelledby="mistakes"><h2 id="mistakes">${w.mistakes}</h2>
${table('mistakes', [w.where, w.students, w.mistake, w.example], rows)}</section>`;
}

/** The sentence of a mistake in the page's language, and its code for who looks it up in the oracle. */
function mistakeHtml({ status, mistakes, families }: CommonMistake, language: Language): string {
  if (mistakes.length === 0 && families.length === 0) return sayLineStatus(status)[language];
  const codes = mistakes.length > 0 ? mistakes : families;
  return `${escape(generalSentence(families)[language])} <small>${escape(codes.join(', '))}</small>`;
}

function studentsTable(results: readonly ResultFile[], exercises: readonly string[], language: Language): string {
  const w = classWords[language];
  const students = [...new Set(results.map(({ student }) => student))];
  const rows = students.map((student) => {
    const own = results.filter((result) => result.student === student);
    const cells = exercises.map((exercise) =>
      studentCell(
        own.find((result) => result.exercise === exercise),
        language,
      ),
    );
    const sum = (of: (result: ResultFile) => number): string =>
      pointsText(
        own.reduce((total, one) => total + of(one), 0),
        language,
      );
    const total = `${sum(({ score }) => score)} / ${sum(({ max_score }) => max_score)}`;
    return `<tr><th scope="row">${escape(student)}</th>${cells.join('')}<td>${total}</td></tr>`;
  });
  return `<section aria-labelledby="students"><h2 id="students">${w.everybody}</h2>
${table('students', [w.student, ...exercises.map(escape), w.total], rows)}</section>`;
}

function studentCell(result: ResultFile | undefined, language: Language): string {
  if (result === undefined) return '<td>–</td>';
  const { student, exercise, score, max_score, status, late } = result;
  const w = classWords[language];
  const href = ['feedback', student, `${exercise}.html`].map(encodeURIComponent).join('/');
  const untouched = result.items.filter(isUntouched).length;
  const notes = [
    sayShortStatus(status)[language],
    // The status tells the worst, which may hide that a human still has to look.
    ...(status !== 'needs-marking' && waitsForMarks(result) ? [sayShortStatus('needs-marking')[language]] : []),
    ...(untouched === 0 ? [] : [`${w.untouchedItems}: ${untouched}`]),
    ...(late === null || late.penalty === 0 ? [] : [`${w.late} −${pointsText(late.penalty, language)}`]),
    ...(late !== null && late.at === null ? [w.timeUnknown] : []),
  ];
  return `<td class="text"><a href="${href}">${pointsText(score, language)} / ${pointsText(max_score, language)}</a> (${notes.join('; ')})</td>`;
}

/** A wide table scrolls by itself, by keyboard too; it is named after its heading. */
function table(heading: string, headers: readonly string[], rows: readonly string[]): string {
  return `<div class="scroll" tabindex="0" role="group" aria-labelledby="${heading}"><table class="numbers">
<thead><tr>${headers.map((header) => `<th scope="col">${header}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table></div>`;
}
