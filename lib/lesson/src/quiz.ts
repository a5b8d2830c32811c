import { t } from './language';
import { display } from './output/display';
import type { Bundle } from './output/display';
import { escapeHtml } from './output/html';

export interface QuizOption {
  readonly text: string;
  /** True for the one right option. */
  readonly right?: boolean;
  /** Why it is right or wrong: shown when the reader opens the option. */
  readonly why: string;
  /** Id of the misconception that makes a reader choose this wrong option. */
  readonly catches?: string;
}

export interface QuizQuestion {
  readonly text: string;
  readonly options: readonly QuizOption[];
}

/**
 * Shows questions below the cell. The reader opens an option to see whether it is right and why; this needs no script, so it
 * also works in a notebook that is not trusted.
 *
 * @throws Error when a question has not exactly one right option, or an option does not say why
 */
export function quiz(id: string, questions: readonly QuizQuestion[]): void {
  display(quizBundle(id, questions));
}

/** What `quiz` sends: HTML, and text with the answers at its end. */
export function quizBundle(id: string, questions: readonly QuizQuestion[]): Bundle {
  if (questions.length === 0) throw new Error(`quiz ${id}: no questions`);
  questions.forEach((question, i) => {
    validate(`quiz ${id}, question ${i + 1}`, question);
  });
  const html = questions.map((question, i) => questionHtml(question, i + 1)).join('\n');
  const text = [...questions.map(questionText), ...questions.map(answersText)].join('\n\n');
  return {
    data: { 'text/html': `<div data-quiz="${escapeHtml(id)}">\n${html}\n</div>`, 'text/plain': text },
    metadata: {},
  };
}

function validate(where: string, { text, options }: QuizQuestion): void {
  if (text.trim() === '') throw new Error(`${where}: no text`);
  if (options.length < 2) throw new Error(`${where}: needs two options or more`);
  if (options.filter(({ right }) => right).length !== 1) throw new Error(`${where}: needs exactly one right option`);
  if (new Set(options.map((option) => option.text)).size !== options.length)
    throw new Error(`${where}: an option twice`);
  for (const option of options) {
    if (option.why.trim() === '') throw new Error(`${where}: option "${option.text}" does not say why`);
    if (option.right && option.catches !== undefined) throw new Error(`${where}: the right option catches nobody`);
  }
}

function questionHtml({ text, options }: QuizQuestion, number: number): string {
  const items = options.map((option) => {
    const catches = option.catches === undefined ? '' : ` data-catches="${escapeHtml(option.catches)}"`;
    const answer = `<p><strong>${verdict(option)}</strong> ${escapeHtml(option.why)}</p>`;
    return `<li${catches}><details><summary>${escapeHtml(option.text)}</summary>${answer}</details></li>`;
  });
  return `<p><strong>${number}. ${escapeHtml(text)}</strong></p>\n<ol type="a">\n${items.join('\n')}\n</ol>`;
}

function questionText({ text, options }: QuizQuestion, i: number): string {
  return [`${i + 1}. ${text}`, ...options.map((option, j) => `   ${letter(j)}) ${option.text}`)].join('\n');
}

function answersText({ options }: QuizQuestion, i: number): string {
  return options.map((option, j) => `${i + 1}${letter(j)}. ${verdict(option)} ${option.why}`).join('\n');
}

function verdict({ right }: QuizOption): string {
  return right ? t('✓ Certo.', '✓ Correcto.') : t('✗ Errado.', '✗ Incorrecto.');
}

function letter(i: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + i);
}
