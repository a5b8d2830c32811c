import type { Language } from '../language';
import { comparisonPlot } from './comparisonPlot';
import { formulaHtml } from './formula';
import { escape, locales, pointsText } from './htmlText';
import { markdownHtml, questionTitle } from './markdown';
import {
  messageOf,
  type ResultCell,
  type ResultFile,
  type ResultItem,
  type ResultLine,
  type ResultWritten,
} from './result';
import { style } from './style';
import { sayLine, sayLineStatus } from './submissionWords';

/** The signs beside the words, so that a page prints well without colour. */
const signs: Readonly<Record<ResultLine['status'], string>> = {
  right: '✓',
  wrong: '✗',
  'not-counted': '–',
  'not-executed': '!',
  timeout: '!',
  crashed: '!',
};

const words = {
  pt: {
    feedback: 'Correção',
    student: 'Estudante',
    score: 'Nota',
    of: 'de',
    line: 'O que se avalia',
    verdict: 'Resultado',
    points: 'Pontos',
    message: 'Comentário',
    written: 'Resposta escrita',
    waiting: 'ainda sem nota',
    unanswered: 'Sem resposta.',
    untouched: 'sem resposta',
    answer: 'A sua resposta',
    rubric: 'Critérios',
    comment: 'Comentário de quem corrigiu',
    byHand: 'Pontos dados na correção manual.',
    formula: 'Fórmula',
    before: 'Antes do desconto por atraso',
    file: 'Arquivo corrigido',
    earlier: 'Não valem, porque há uma entrega mais nova',
    cells: 'Células que não foram executadas até o fim',
    repairs: 'O que foi consertado no caderno',
    output: 'O que as células imprimiram',
  },
  es: {
    feedback: 'Corrección',
    student: 'Estudiante',
    score: 'Nota',
    of: 'de',
    line: 'Qué se evalúa',
    verdict: 'Resultado',
    points: 'Puntos',
    message: 'Comentario',
    written: 'Respuesta escrita',
    waiting: 'aún sin nota',
    unanswered: 'Sin respuesta.',
    untouched: 'sin respuesta',
    answer: 'Tu respuesta',
    rubric: 'Criterios',
    comment: 'Comentario de quien corrigió',
    byHand: 'Puntos dados en la corrección manual.',
    formula: 'Fórmula',
    before: 'Antes del descuento por retraso',
    file: 'Archivo corregido',
    earlier: 'No valen, porque hay una entrega más nueva',
    cells: 'Celdas que no se ejecutaron hasta el final',
    repairs: 'Lo que se reparó en el cuaderno',
    output: 'Lo que imprimieron las celdas',
  },
} as const;

/** The page that a student reads: one file, nothing loaded from elsewhere. */
export function feedbackHtml(result: ResultFile): string {
  const { language, student, exercise, score, max_score } = result;
  const w = words[language];
  const title = `${w.feedback}: ${exercise}`;
  return `<!DOCTYPE html>
<html lang="${locales[language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(`${title} · ${student}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${w.student}: <strong>${escape(student)}</strong></p>
<p class="score">${w.score}: <strong>${pointsText(score, language)}</strong> ${w.of} ${pointsText(max_score, language)}</p>
${lateHtml(result)}
<p>${escape(messageOf(result))}</p>
${commentHtml(result.comment, language)}
${fileHtml(result)}
${result.items.map((item) => itemHtml(item, language)).join('\n')}
${result.written.map((answer) => writtenHtml(answer, language)).join('\n')}
${list(w.cells, result.cells.map(cellHtml))}
${list(
  w.repairs,
  result.repairs.map(({ message }) => escape(message)),
)}
${result.output === '' ? '' : `<details><summary>${w.output}</summary><pre>${escape(result.output)}</pre></details>`}
</main>
</body>
</html>
`;
}

/** What being late cost, and when the file came. */
function lateHtml({ late, raw_score, language }: ResultFile): string {
  if (late === null) return '';
  const before = late.penalty === 0 ? '' : ` ${words[language].before}: ${pointsText(raw_score, language)}.`;
  return `<p>${escape(late.message)}${before}</p>`;
}

function fileHtml({ submitted, language }: ResultFile): string {
  if (submitted === null) return '';
  const w = words[language];
  const earlier = submitted.earlier.length === 0 ? '' : `<br>${w.earlier}: ${submitted.earlier.map(escape).join(', ')}`;
  return `<p class="file">${w.file}: ${escape(submitted.file)}${earlier}</p>`;
}

function commentHtml(comment: string, language: Language): string {
  if (comment === '') return '';
  return `<p class="comment"><strong>${words[language].comment}:</strong> ${escape(comment)}</p>`;
}

function writtenHtml(answer: ResultWritten, language: Language): string {
  const w = words[language];
  const heading = `written-${encodeURIComponent(answer.id)}`;
  const points = answer.points === null ? w.waiting : pointsText(answer.points, language);
  const criteria = answer.rubric.map(({ text, points: worth, given }) => {
    const most = pointsText(worth, language);
    const got = given === null ? `(${most})` : `<strong>${pointsText(given, language)}</strong> / ${most}`;
    return `<li>${escape(text)} ${got}</li>`;
  });
  const rubric = criteria.length === 0 ? '' : `<h3>${w.rubric}</h3><ul>${criteria.join('')}</ul>`;
  const text =
    answer.answer === null
      ? `<p>${w.unanswered}</p>`
      : `<h3>${w.answer}</h3><div class="prose">${markdownHtml(answer.answer)}</div>`;
  return `<section aria-labelledby="${heading}">
<h2 id="${heading}">${w.written}: ${questionTitle(answer.question, answer.id)} <span class="points">${points} / ${pointsText(answer.max_points, language)}</span></h2>
${commentHtml(answer.comment, language)}
${text}
${rubric}
</section>`;
}

function itemHtml(
  { id, title, points, max_points, lines, by_hand, comment, formula }: ResultItem,
  language: Language,
): string {
  const w = words[language];
  const heading = `item-${encodeURIComponent(id)}`;
  return `<section aria-labelledby="${heading}">
<h2 id="${heading}">${escape(title)} <span class="points">${pointsText(points, language)} / ${pointsText(max_points, language)}</span></h2>
${formula === '' ? '' : formulaBox(formula, w.formula)}
${by_hand ? `<p>${w.byHand}</p>` : ''}
${commentHtml(comment, language)}
${lines.length === 0 ? '' : linesHtml(lines, language)}
</section>`;
}

/** A long formula scrolls on a narrow screen, by keyboard too. */
function formulaBox(formula: string, name: string): string {
  return `<div class="formula" tabindex="0" role="group" aria-label="${name}">${formulaHtml(formula)}</div>`;
}

/** Its roles are said, since a narrow screen shows a row as a block, and a browser then forgets that it is a table. */
function linesHtml(lines: readonly ResultLine[], language: Language): string {
  const w = words[language];
  const heads = [w.line, w.verdict, w.points, w.message].map(
    (head) => `<th scope="col" role="columnheader">${head}</th>`,
  );
  return `<table role="table" class="lines">
<thead role="rowgroup"><tr role="row">${heads.join('')}</tr></thead>
<tbody role="rowgroup">
${lines.map((line) => lineHtml(line, language)).join('\n')}
</tbody>
</table>`;
}

function lineHtml(
  { line, status, points, max_points, message, comparison, untouched }: ResultLine,
  language: Language,
): string {
  const plot = comparison === null ? '' : comparisonPlot(comparison, language);
  const sign = `<span class="sign" aria-hidden="true">${untouched ? '–' : signs[status]}</span>`;
  const verdict = untouched ? words[language].untouched : sayLineStatus(status)[language];
  const cells = [
    `${sign} ${verdict}`,
    `${pointsText(points, language)} / ${pointsText(max_points, language)}`,
    `${escape(message)}${plot}`,
  ].map((html) => `<td role="cell">${html}</td>`);
  const head = `<th scope="row" role="rowheader">${sayLine(line)[language]}</th>`;
  return `<tr role="row" class="${untouched ? 'untouched' : status}">${head}${cells.join('')}</tr>`;
}

function cellHtml({ message, fault }: ResultCell): string {
  if (fault === null) return escape(message);
  const caret = `${' '.repeat(Math.max(0, fault.column - 1))}^`;
  return `${escape(message)}<pre>${escape(fault.text)}\n${caret}</pre>`;
}

function list(heading: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  return `<section><h2>${heading}</h2><ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul></section>`;
}
