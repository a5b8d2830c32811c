import type { Language } from '../notebook/notebook';
import type { PracticeItem } from './exercise';

const marks = { right: '✓', wrong: '✗', open: '○', written: '✎' } as const;

const words = {
  pt: { next: 'A seguir', done: 'Tudo certo.', written: 'para quem corrige', points: 'pontos' },
  es: { next: 'Lo que sigue', done: 'Todo correcto.', written: 'para quien corrige', points: 'puntos' },
} as const;

/** An exercise in one line: how much of what `check()` can judge is right. */
export function summary(name: string, items: readonly PracticeItem[], language: Language): string {
  const judged = items.filter(({ state }) => state !== 'written');
  const right = judged.filter(({ state }) => state === 'right');
  const bar = judged.map(({ state }) => marks[state]).join('');
  return `${name.padEnd(20)} ${bar.padEnd(8)} ${sum(right)}/${sum(judged)} ${words[language].points}`;
}

/** An exercise item by item, and what was said of the first that is not right. */
export function standing(items: readonly PracticeItem[], language: Language): string[] {
  const first = items.find(({ state }) => state === 'wrong' || state === 'open');
  return [
    ...items.map(
      ({ state, title }) => `  ${marks[state]} ${title}${state === 'written' ? ` · ${words[language].written}` : ''}`,
    ),
    '',
    ...(first === undefined ? [words[language].done] : [`${words[language].next}: ${first.title}`]),
    ...(first === undefined || first.words === '' ? [] : first.words.split('\n').map((line) => `  ${line}`)),
  ];
}

function sum(items: readonly PracticeItem[]): number {
  return items.reduce((total, { points }) => total + points, 0);
}
