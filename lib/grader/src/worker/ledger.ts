/**
 * Which tensors live, told so that the grader can believe it. All else that comes out of this process is the student's; this one
 * fact is the worker's, and student code in the same process must neither alter nor forge it:
 *
 * - TensorFlow.js in the runtime folder tells of each tensor, and of each piece of data on a backend, where it is made and where it
 *   is freed: in the constructor and in functions that `startBackend` locks. What is told is kept here, by identity, in variables
 *   that no code outside can reach: Node.js runs without its inspector, addons and threads, its ways
 *   to look into the memory are taken away, and there is no /proc.
 * - An answer without a tensor left behind is proved by a token. The grader sends the tokens before any student code, and only this
 *   function gives them away, one for each question, in their order. To question at another time is of no use: each answer tells
 *   of the whole time since the last.
 */
import { tokenBytes, tokenCount } from '../sandbox/requests';
import { clean } from './clean';

const live = clean.openSet();
let tokens: Uint8Array = new clean.Uint8Array(0);
let asked = 0;
let tookArguments = false;

/** What TensorFlow.js is given while it is loaded, by the name that `runtime/tellingLedger.ts` writes into it. */
export const told = {
  made: (thing: object): void => {
    clean.add(live, thing);
  },
  freed: (thing: object): void => {
    clean.remove(live, thing);
  },
} as const;

/** Keeps the grader's tokens; the first call counts. */
export function keepTokens(bytes: Uint8Array): void {
  if (asked === 0 && tokens.length === 0) tokens = bytes;
}

/** Notes that the function disposed of what it was given, if it did. */
export function checkArgument(argument: object): void {
  if (!clean.has(live, argument)) tookArguments = true;
}

/** The next token, if nothing that was made since the last question is left and no argument was taken; and begins anew. */
export function nextToken(): string | undefined {
  const isClean = clean.sizeOf(live) === 0 && !tookArguments;
  clean.empty(live);
  tookArguments = false;
  const from = tokenBytes * asked++;
  return isClean && asked <= tokenCount ? hex(from) : undefined;
}

function hex(from: number): string {
  const digits = '0123456789abcdef';
  let text = '';
  for (let i = from; i < from + tokenBytes; i++) {
    const byte = tokens[i] ?? 0;
    text += `${digits[byte >> 4] ?? ''}${digits[byte & 15] ?? ''}`;
  }
  return text;
}
