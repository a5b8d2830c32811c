import { createHash } from 'node:crypto';
import type { Language } from '../../language';
import { noCourseTexts, type CourseTexts } from '../courseTexts';
import { escape, locales, pointsText } from '../htmlText';
import { markdownHtml, questionTitle } from '../markdown';
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
article { border: 1px solid #767676; padding: 1rem; margin: 1rem 0; }
label { display: block; margin: .4rem 0; }
.bar label { display: inline; margin-left: 1rem; }
.criterion label { display: inline; }
.criterion button { padding: .2rem .5rem; }
.answer { margin: 1rem 0; }
[inputmode=decimal] { width: 6rem; }
[inputmode=decimal], textarea { font: inherit; border: 1px solid #4a4a4a; padding: .3rem; }
textarea { width: 100%; box-sizing: border-box; min-height: 4rem; }
button { font: inherit; padding: .5rem 1rem; }
.bar { position: sticky; top: 0; background: #fff; border-bottom: 2px solid #1a1a1a; padding: .6rem 0; }
html { scroll-padding-top: 7rem; }
article { content-visibility: auto; contain-intrinsic-size: auto 30rem; }
.invalid { color: #7a0c0c; font-weight: bold; }
@media print, (max-width: 40rem), (max-height: 30rem) { .bar { position: static; } }
@media print { article { break-inside: avoid; content-visibility: visible; } }
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
      : `<label><input type="checkbox" id="unanswered" autocomplete="off"${checked}> ${w.unanswered(blank.length)}</label>`;
  const data = JSON.stringify({ answers: answers.map(nameOf) }).replaceAll('<', '\\u003c');
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
    const own = texts.question(exercise, written.id);
    return `<h2>${escape(exercise)} · ${questionTitle(own ?? written.question, written.id)}</h2>
${prose(w.question, own ?? written.question, own === undefined ? result.language : language)}
${prose(w.model, texts.modelAnswer(exercise, written.id), language)}
${form}`;
  });
}

function prose(title: string, text: string | undefined, language: Language): string {
  if (text === undefined) return '';
  return `<details><summary>${title}</summary><div class="prose" lang="${locales[language]}">${markdownHtml(text, 3)}</div></details>`;
}

/** No form: a browser takes seconds to look over a thousand of them for what it could fill in. */
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
  return `<article data-answer="${i}" data-most="${written.max_points}"${written.answer === null ? ' data-blank' : ''} aria-labelledby="answer-${i}">
<h3 id="answer-${i}">${w.answer} ${i + 1}</h3>
${answerHtml(result, written, language)}
${points}
<p class="invalid" id="invalid-${i}" hidden>${w.invalid}</p>
<label>${w.comment[result.language]} <textarea name="comment" autocomplete="off" lang="${locales[result.language]}">${escape(written.comment)}</textarea></label>
</article>`;
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
    const text = `${escape(texts[j] ?? '')} (${pointsText(points, language)})`;
    const buttons = [
      [w.full, points],
      [w.none, 0],
    ].map(
      ([word, value]) => `<button type="button" data-value="${value}" aria-label="${word}: ${text}">${word}</button>`,
    );
    return `<p class="criterion"><label>${text} ${input}</label> ${buttons.join(' ')}</p>`;
  });
  return rows.join('\n');
}

/**
 * A box for text, since one for numbers makes 25 of 2,5 in an English browser, and another mark of it when the wheel turns. The
 * number in it has all its decimals.
 */
function numberInput(name: string, least: number, most: number, value: number | null, i: number): string {
  const shown = value === null ? '' : String(value).replace('.', ',');
  return `<input inputmode="decimal" name="${name}" data-least="${least}" data-most="${most}" value="${shown}" aria-describedby="invalid-${i}" autocomplete="off">`;
}

/** Whose answer it is. What is typed on the page is kept under its key: for another answer of the same student it does not count. */
function nameOf({ result, written }: Answer): { student: string; exercise: string; item: string; key: string } {
  const name = { student: result.student, exercise: result.exercise, item: written.id };
  const key = createHash('sha256')
    .update(JSON.stringify([name, written.answer]))
    .digest('hex')
    .slice(0, 16);
  return { ...name, key };
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
