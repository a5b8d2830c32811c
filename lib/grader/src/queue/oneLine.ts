import { printable } from '../batch/progress';

/** What somebody else may have written into Redis, as one line that a terminal can show without being told anything by it. */
export function oneLine(text: string): string {
  return printable(text.replace(/\s+/g, ' '));
}
