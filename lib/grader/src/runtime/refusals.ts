import type { Text } from '../language';

/** What the process in the sandbox says itself to a cell that asks for what is not there, in both languages: it may know neither. */
export const refusals = {
  notAllowed: { pt: 'não vale na correção', es: 'no se permite en la corrección' },
  nobodyAnswers: { pt: 'não há quem responda na correção', es: 'no hay quien responda en la corrección' },
} as const satisfies Readonly<Record<string, Text>>;

export function inBoth({ pt, es }: Text): string {
  return `${pt} / ${es}`;
}
