import type { Notebook } from '../notebook/notebook';

/** What a lesson says of itself at its beginning. */
export interface Outline {
  /** Its heading without “Lição” or “Lección”: `01 · Margens e SVM`. */
  readonly title: string;
  /** How long it takes, in the lesson's words. */
  readonly time: string;
  readonly goals: readonly string[];
  /** What one should know before, in the lesson's words. */
  readonly before: string;
}

/** Reads the cells `title` and `goals`, which every lesson begins with. What is missing is empty. */
export function outline({ cells }: Notebook): Outline {
  const source = (id: string): string => cells.find((cell) => cell.id === id)?.source ?? '';
  const [heading = '', ...rest] = source('title').split('\n');
  const line = rest.find((text) => text.startsWith('[')) ?? '';
  const goals = source('goals');
  return {
    title: heading.replace(/^#\s+(?:Lição|Lección)\s+/, '').trim(),
    time: line.split(' · ').slice(1).join(' · ').trim(),
    goals: goals.split('\n').flatMap((text) => /^[-*] (.*)$/.exec(text)?.slice(1) ?? []),
    before: /\*\*(?:Pré-requisitos|Requisitos previos|Requisitos):\*\*\s*([^\n]*)/.exec(goals)?.[1] ?? '',
  };
}
