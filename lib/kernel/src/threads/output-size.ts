import type { FromNotebook } from './notebook-messages';

/** What a message weighs in the backlog, in characters; 0 for one that is no output. Both threads must come to the same number. */
export function outputSize(message: FromNotebook): number {
  switch (message.type) {
    case 'stream':
      return message.text.length + SMALL;
    case 'display':
    case 'page':
      return Object.values(message.data).reduce<number>((sum, value) => sum + sizeOf(value), SMALLEST);
    case 'comm':
      return (message.message.buffers ?? []).reduce((sum, { byteLength }) => sum + byteLength, SMALLEST);
    case 'clear-output':
    case 'stray-error':
      return SMALLEST;
    default:
      return 0;
  }
}

/** A message of one character is not free either. */
const SMALL = 64;

/** A message's header, and what it takes to handle it. */
const SMALLEST = 256;

/** JSON is not measured, for that would mean to write it twice. */
function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length : SMALLEST;
}
