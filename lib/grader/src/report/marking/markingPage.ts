import { createHash } from 'node:crypto';
import type { Language } from '../../language';
import { escape, locales, number } from '../htmlText';
import type { ResultFile, ResultWritten } from '../result';
import { style } from '../style';
import { markingScript } from './markingScript';
import type { ModelAnswers } from './modelAnswers';

const words = {
  pt: {
    title: 'Respostas escritas para corrigir',
    how: 'As respostas estão sem nome e em ordem sorteada, pergunta por pergunta. O que se preenche fica neste navegador. Ao terminar, baixe marks.yaml e rode de novo a correção com --marks marks.yaml: as notas passam para o arquivo do trabalho.',
    done: 'Com nota',
    download: 'Baixar marks.yaml',
    question: 'O que se pergunta',
    model: 'Uma resposta possível e os critérios',
    answer: 'Resposta',
    blank: 'Sem resposta.',
    rubric: 'Critérios',
    points: 'Pontos, de 0 a',
    comment: 'Comentário para o estudante',
    invalid: 'Este número não vale aqui.',
  },
  es: {
    title: 'Respuestas escritas para corregir',
    how: 'Las respuestas están sin nombre y en orden sorteado, pregunta por pregunta. Lo que se rellena queda en este navegador. Al terminar, descarga marks.yaml y ejecuta de nuevo la corrección con --marks marks.yaml: las notas pasan al archivo del trabajo.',
    done: 'Con nota',
    download: 'Descargar marks.yaml',
    question: 'Lo que se pregunta',
    model: 'Una respuesta posible y los criterios',
    answer: 'Respuesta',
    blank: 'Sin respuesta.',
    rubric: 'Criterios',
    points: 'Puntos, de 0 a',
    comment: 'Comentario para el estudiante',
    invalid: 'Este número no vale aquí.',
  },
} as const;

/** A written answer of somebody. */
interface Answer {
  readonly result: ResultFile;
  readonly written: ResultWritten;
}

const own = `
form { border: 1px solid #767676; padding: 1rem; margin: 1rem 0; }
label { display: block; margin: .4rem 0; }
input[type=number], textarea { font: inherit; border: 1px solid #4a4a4a; padding: .3rem; }
textarea { width: 100%; box-sizing: border-box; min-height: 4rem; }
button { font: inherit; padding: .5rem 1rem; }
.bar { position: sticky; top: 0; background: #fff; border-bottom: 2px solid #1a1a1a; padding: .6rem 0; }
.invalid { color: #7a0c0c; font-weight: bold; }
@media print { .bar { position: static; } form { break-inside: avoid; } }
`;

/**
 * The page on which a human marks written answers; undefined if there are none. It shows no names: what it gives back has them.
 * @param modelAnswers shown beside the questions
 */
export function markingPage(
  results: readonly ResultFile[],
  language: Language,
  modelAnswers: ModelAnswers = () => undefined,
): string | undefined {
  const answers = inDrawnOrder(results);
  if (answers.length === 0) return undefined;
  const w = words[language];
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
<div class="bar"><button type="button" id="download">${w.download}</button> ${w.done}: <output id="done"></output></div>
${sections(answers, language, modelAnswers).join('\n')}
</main>
<script type="application/json" id="data">${data}</script>
<script>${markingScript}</script>
</body>
</html>
`;
}

function sections(answers: readonly Answer[], language: Language, modelAnswers: ModelAnswers): string[] {
  const w = words[language];
  return answers.map((answer, i) => {
    const { result, written } = answer;
    const before = answers[i - 1];
    const model = modelAnswers(result.exercise, written.id);
    const isFirst = before === undefined || questionOf(before) !== questionOf(answer);
    const heading = `<h2>${escape(`${result.exercise} · ${written.id}`)}</h2>
<details><summary>${w.question}</summary><pre>${escape(written.question)}</pre></details>
${model === undefined ? '' : `<details><summary>${w.model}</summary><pre>${escape(model)}</pre></details>`}`;
    return `${isFirst ? heading : ''}${formHtml(written, i, language)}`;
  });
}

function formHtml(written: ResultWritten, i: number, language: Language): string {
  const w = words[language];
  const criteria = written.rubric.map(
    ({ points, text }) =>
      `<label><input type="checkbox" value="${points}"> ${escape(text)} (${number(points, language)})</label>`,
  );
  const rubric = criteria.length === 0 ? '' : `<fieldset><legend>${w.rubric}</legend>${criteria.join('')}</fieldset>`;
  const text = written.answer === null ? `<p><em>${w.blank}</em></p>` : `<pre>${escape(written.answer)}</pre>`;
  return `<form data-answer="${i}" data-most="${written.max_points}" aria-labelledby="answer-${i}">
<h3 id="answer-${i}">${w.answer} ${i + 1}</h3>
${text}
${rubric}
<label>${w.points} ${number(written.max_points, language)} <input type="number" name="points" min="0" max="${written.max_points}" step="any" value="${written.points ?? ''}" aria-describedby="invalid-${i}"></label>
<p class="invalid" id="invalid-${i}" hidden>${w.invalid}</p>
<label>${w.comment} <textarea name="comment">${escape(written.comment)}</textarea></label>
</form>`;
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
