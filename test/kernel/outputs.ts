import type { Message, Outcome } from './client';

/** All that a cell wrote to a stream. */
export function written({ outputs }: Outcome, stream: 'stdout' | 'stderr'): string {
  return contents(outputs, 'stream')
    .filter(({ name }) => name === stream)
    .map(({ text }) => String(text))
    .join('');
}

/** The content of a cell's messages of one type. */
export function contents(messages: readonly Message[], type: string): Record<string, unknown>[] {
  return messages.filter((message) => message.type === type).map(({ content }) => content);
}

/** A cell's messages without busy, idle and execute_input. */
export function shown({ outputs }: Outcome): string[] {
  return outputs.map(({ type }) => type).filter((type) => type !== 'status' && type !== 'execute_input');
}
