import type { Language } from '../language';
import type { ResultCell, ResultFile, ResultItem, ResultLine } from './result';
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
    line: 'O que se olha',
    verdict: 'Resultado',
    points: 'Pontos',
    message: 'Comentário',
    written: 'Respostas escritas, ainda sem nota',
    cells: 'Células que não foram executadas até o fim',
    repairs: 'O que foi consertado no caderno',
    output: 'O que as células imprimiram',
  },
  es: {
    feedback: 'Corrección',
    student: 'Estudiante',
    score: 'Nota',
    of: 'de',
    line: 'Qué se mira',
    verdict: 'Resultado',
    points: 'Puntos',
    message: 'Comentario',
    written: 'Respuestas escritas, aún sin nota',
    cells: 'Celdas que no se ejecutaron hasta el final',
    repairs: 'Lo que se reparó en el cuaderno',
    output: 'Lo que imprimieron las celdas',
  },
} as const;

const locales: Readonly<Record<Language, string>> = { pt: 'pt-BR', es: 'es' };

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
<p class="score">${w.score}: <strong>${number(score, language)}</strong> ${w.of} ${number(max_score, language)}</p>
<p>${escape(result.message)}</p>
${result.items.map((item) => itemHtml(item, language)).join('\n')}
${list(
  w.written,
  result.written.map(({ id }) => escape(id)),
)}
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

function itemHtml({ id, title, points, max_points, lines }: ResultItem, language: Language): string {
  const w = words[language];
  const heading = `item-${encodeURIComponent(id)}`;
  return `<section aria-labelledby="${heading}">
<h2 id="${heading}">${escape(title)} <span class="points">${number(points, language)} / ${number(max_points, language)}</span></h2>
<table>
<thead><tr><th scope="col">${w.line}</th><th scope="col">${w.verdict}</th><th scope="col">${w.points}</th><th scope="col">${w.message}</th></tr></thead>
<tbody>
${lines.map((line) => lineHtml(line, language)).join('\n')}
</tbody>
</table>
</section>`;
}

function lineHtml({ line, status, points, max_points, message }: ResultLine, language: Language): string {
  const sign = `<span class="sign" aria-hidden="true">${signs[status]}</span>`;
  return `<tr class="${status}"><th scope="row">${sayLine(line)[language]}</th><td>${sign} ${
    sayLineStatus(status)[language]
  }</td><td>${number(points, language)} / ${number(max_points, language)}</td><td>${escape(message)}</td></tr>`;
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

function number(value: number, language: Language): string {
  return escape(value.toLocaleString(locales[language], { maximumFractionDigits: 6 }));
}

/** Text as HTML shows it. What a browser would not show as it is, control characters and changes of direction, is marked. */
function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
    .replace(/[^\P{C}\n\t]/gu, '\uFFFD');
}
