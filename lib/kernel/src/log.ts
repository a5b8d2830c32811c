import { writeSync } from 'node:fs';

/** Writes a line to the process's stderr, which Jupyter keeps or shows. Not through `process.stderr`, which goes to the notebook. */
export function log(line: string): void {
  try {
    writeSync(2, `lossbook-kernel: ${line}\n`);
  } catch {
    // Nobody reads it, or its pipe is full: no reason to end.
  }
}
