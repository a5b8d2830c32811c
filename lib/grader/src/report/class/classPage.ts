import type { Language } from '../../language';
import { noCourseTexts, type CourseTexts } from '../courseTexts';
import { escape, locales, percentText, pointsText } from '../htmlText';
import { waitsForMarks, type ResultFile } from '../result';
import { style } from '../style';
import { sayLine, sayShortStatus } from '../submissionWords';
import type { SimilarSubmissions } from '../../similarity/submissions';
import { classWords } from './classWords';
import { mistakesSection } from './mistakes';
import { overview } from './overview';
import { similarSection, similarStyle } from './similarSection';
import { isUntouched, itemStatistics, type ItemStatistics } from './statistics';
import { hrefOf } from './studentLinks';
import { table } from './table';

/** Below this an item hardly tells who knows more. */
const weakDiscrimination = 0.2;

const tableStyle = `
main { max-width: 80rem; }
.numbers td { white-space: nowrap; }
.numbers th { white-space: normal; }
.numbers th[scope=row] { min-width: 10rem; }
.numbers td.example { white-space: normal; min-width: 16rem; }
.numbers td { text-align: right; }
.numbers td.text { text-align: left; white-space: normal; min-width: 9rem; }
.numbers td.text > a { white-space: nowrap; }
.numbers th, .numbers td { overflow-wrap: break-word; }
.numbers th[scope=row] { overflow-wrap: anywhere; }
.names summary { margin: 0; }
.names a { display: inline-block; min-height: 24px; }
td .names { min-width: 6rem; white-space: normal; overflow-wrap: anywhere; }
dt { font-weight: bold; }
dd { margin: 0 0 .4rem 1rem; }
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
@media print { .scroll { overflow: visible; } svg { max-width: 12cm; } .overview { break-inside: avoid; } }
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
${mistakesSection(ordered, language, texts)}
${studentsTable(results, exercises, language)}
${similarSection(similar, language)}
</main>
</body>
</html>
`;
}

function itemsTable(items: readonly ItemStatistics[], language: Language, texts: CourseTexts): string {
  if (items.length === 0) return '';
  const w = classWords[language];
  const lines = [...new Set(items.flatMap((item) => [...item.lines.keys()]))];
  const percent = (share: number | undefined): string =>
    share === undefined ? '' : percentText(Math.round(100 * share) / 100, language);
  const rows = items.map((item) => {
    const weak = item.discrimination !== undefined && item.discrimination < weakDiscrimination;
    const discrimination = item.discrimination === undefined ? '–' : pointsText(item.discrimination, language);
    const shares = lines.map((line) => `<td>${percent(item.lines.get(line))}</td>`).join('');
    const title = texts.itemTitle(item.exercise, item.id) ?? item.title;
    return `<tr><th scope="row">${escape(item.exercise)} · ${escape(title)}</th><td>${pointsText(item.meanPoints, language)} / ${pointsText(item.maxPoints, language)}</td><td>${percent(item.difficulty)}</td><td>${discrimination}${weak ? ` ! ${w.look}` : ''}</td><td>${item.untouched} ${w.of} ${item.students}</td>${shares}</tr>`;
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
<dl>${w.itemsHelp.map(([term, text]) => `<dt>${term}</dt><dd>${text}</dd>`).join('')}</dl>
${table('items', headers, rows)}</section>`;
}

function studentsTable(results: readonly ResultFile[], exercises: readonly string[], language: Language): string {
  const w = classWords[language];
  const students = [...new Set(results.map(({ student }) => student))].sort(
    new Intl.Collator(locales[language], { numeric: true }).compare,
  );
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
  const { score, max_score, status, late } = result;
  const w = classWords[language];
  const untouched = result.items.filter(isUntouched).length;
  const notes = [
    sayShortStatus(status)[language],
    // The status tells the worst, which may hide that a human still has to look.
    ...(status !== 'needs-marking' && waitsForMarks(result) ? [sayShortStatus('needs-marking')[language]] : []),
    ...(untouched === 0 ? [] : [`${w.untouchedItems}: ${untouched}`]),
    ...(late === null || late.penalty === 0 ? [] : [`${w.late} −${pointsText(late.penalty, language)}`]),
    ...(late !== null && late.at === null ? [w.timeUnknown] : []),
  ];
  return `<td class="text"><a href="${hrefOf(result)}">${pointsText(score, language)} / ${pointsText(max_score, language)}</a> (${notes.join('; ')})</td>`;
}
