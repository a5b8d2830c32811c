import { createHash } from 'node:crypto';
import type { Language } from '../../language';
import { noCourseTexts, type CourseTexts } from '../courseTexts';
import { escape, locales, pointsText } from '../htmlText';
import { markdownHtml } from '../markdown';
import type { ResultFile, ResultWritten } from '../result';
import { style } from '../style';
import { markingScript } from './markingScript';
import { markingWords } from './markingWords';

/** A written answer of somebody. */
interface Answer {
  readonly result: ResultFile;
  readonly written: ResultWritten;
}

const own = `
form { border: 1px solid #767676; padding: 1rem; margin: 1rem 0; }
label { display: block; margin: .4rem 0; }
.bar label { display: inline; margin-left: 1rem; }
.criterion label { display: inline; }
.criterion button { padding: .2rem .5rem; }
.answer { margin: 1rem 0; }
input[type=number] { width: 6rem; }
input[type=number], textarea { font: inherit; border: 1px solid #4a4a4a; padding: .3rem; }
textarea { width: 100%; box-sizing: border-box; min-height: 4rem; }
button { font: inherit; padding: .5rem 1rem; }
.bar { position: sticky; top: 0; background: #fff; border-bottom: 2px solid #1a1a1a; padding: .6rem 0; }
.invalid { color: #7a0c0c; font-weight: bold; }
@media print { .bar { position: static; } form { break-inside: avoid; } }
`;

/**
 * The page on which a human marks written answers; undefined if there are none. It shows no names: what it gives back has them.
 * Questions, model answers and criteria are in the page's language where the course has them in it, an answer in its own.
 */
export function markingPage(
  results: readonly ResultFile[],
  language: Language,
  texts: CourseTexts = noCourseTexts,
): string | undefined {
  const answers = inDrawnOrder(results);
  if (answers.length === 0) return undefined;
  const w = markingWords[language];
  const blank = answers.filter(({ written }) => written.answer === null);
  const checked = blank.every(({ written }) => written.points === 0) ? ' checked' : '';
  const unanswered =
    blank.length === 0
      ? ''
      : `<label><input type="checkbox" id="unanswered"${checked}> ${w.unanswered(blank.length)}</label>`;
  const names = answers.map(({ result, written }) => ({
    student: result.student,
    exercise: result.exercise,
    item: written.id,
  }));
  const key = createHash('sha256').update(JSON.stringify(names)).digest('hex').slice(0, 16);
  const data = JSON.stringify({ key, answers: names }).replaceAll('<', '\\u003c');
  const scriptHash = createHash('sha256').update(markingScript).digest('base64');
  return `<!DOCTYPE html>
<html lang="${locales[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'">
<title>${w.title}</title>
<style>${style}${own}</style>
</head>
<body>
<main>
<h1>${w.title}</h1>
<p>${w.how}</p>
<div class="bar"><button type="button" id="download">${w.download}</button> ${w.done}: <output id="done"></output> ${unanswered}</div>
${sections(answers, language, texts).join('\n')}
</main>
<script type="application/json" id="data">${data}</script>
<script>${markingScript}</script>
</body>
</html>
`;
}

function sections(answers: readonly Answer[], language: Language, texts: CourseTexts): string[] {
  const w = markingWords[language];
  return answers.map((answer, i) => {
    const { result, written } = answer;
    const { exercise } = result;
    const before = answers[i - 1];
    const isFirst = before === undefined || questionOf(before) !== questionOf(answer);
    const criteria = texts.rubric(exercise, written.id) ?? written.rubric.map(({ text }) => text);
    const form = formHtml(answer, criteria, i, language);
    if (!isFirst) return form;
    return `<h2>${escape(`${exercise} · ${written.id}`)}</h2>
${prose(w.question, texts.question(exercise, written.id) ?? written.question)}
${prose(w.model, texts.modelAnswer(exercise, written.id))}
${form}`;
  });
}

function prose(title: string, text: string | undefined): string {
  if (text === undefined) return '';
  return `<details><summary>${title}</summary><div class="prose">${markdownHtml(text)}</div></details>`;
}

function formHtml({ result, written }: Answer, criteria: readonly string[], i: number, language: Language): string {
  const w = markingWords[language];
  const most = pointsText(written.max_points, language);
  // The 0 of all empty answers is said once, not of each.
  const byHand = written.answer === null && written.points === 0 ? null : written.points;
  const points =
    written.rubric.length === 0
      ? `<label>${w.points} ${most} ${numberInput('points', 0, written.max_points, byHand, i)}</label>`
      : `<fieldset><legend>${w.rubric}</legend>${criteriaHtml(written, criteria, i, language)}
<p>${w.sum}: <output name="sum"></output> ${w.of} ${most}</p></fieldset>`;
  return `<form data-answer="${i}" data-most="${written.max_points}"${written.answer === null ? ' data-blank' : ''} aria-labelledby="answer-${i}">
<h3 id="answer-${i}">${w.answer} ${i + 1}</h3>
${answerHtml(result, written, language)}
${points}
<p class="invalid" id="invalid-${i}" hidden>${w.invalid}</p>
<label>${w.comment[result.language]} <textarea name="comment" lang="${locales[result.language]}">${escape(written.comment)}</textarea></label>
</form>`;
}

function answerHtml({ language: own }: ResultFile, { answer }: ResultWritten, language: Language): string {
  const w = markingWords[language];
  if (answer === null) return `<p><em>${w.blank}</em></p>`;
  return `<div class="answer prose" lang="${locales[own]}">${markdownHtml(answer)}</div>
<details><summary>${w.asWritten}</summary><pre lang="${locales[own]}">${escape(answer)}</pre></details>`;
}

/** Each with its number, and buttons for all of it and nothing; a criterion below nothing takes off. */
function criteriaHtml({ rubric }: ResultWritten, texts: readonly string[], i: number, language: Language): string {
  const w = markingWords[language];
  const rows = rubric.map(({ points, given }, j) => {
    const input = numberInput('criterion', Math.min(0, points), Math.max(0, points), given, i);
    const buttons = [
      [w.full, points],
      [w.none, 0],
    ].map(([word, value]) => `<button type="button" data-value="${value}">${word}</button>`);
    const text = `${escape(texts[j] ?? '')} (${pointsText(points, language)})`;
    return `<p class="criterion"><label>${text} ${input}</label> ${buttons.join(' ')}</p>`;
  });
  return rows.join('\n');
}

function numberInput(name: string, least: number, most: number, value: number | null, i: number): string {
  return `<input type="number" name="${name}" min="${least}" max="${most}" step="any" value="${value ?? ''}" aria-describedby="invalid-${i}">`;
}

/** Question by question, each in an order that says nothing of the names, and is the same the next time. */
function inDrawnOrder(results: readonly ResultFile[]): Answer[] {
  const answers = results.flatMap((result) => result.written.map((written): Answer => ({ result, written })));
  const rank = (answer: Answer): string =>
    questionOf(answer) +
    createHash('sha256')
      .update(`${questionOf(answer)}${answer.result.student}`)
      .digest('hex');
  return answers.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

function questionOf({ result, written }: Answer): string {
  return `${result.exercise}\0${written.id}\0`;
}
