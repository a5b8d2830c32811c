import type { Language } from '../language';
import { exitCodes } from './exitCodes';
import { sayInterrupted } from './words';

export interface Interruption {
  /** Says how to write at once what is finished; undefined while nothing is graded. */
  readonly during: (flush: (() => void) | undefined) => void;
  /** Listens no more. */
  readonly end: () => void;
}

/** Ctrl-C while something is graded writes what is finished; while nothing is, it ends the watch. */
export function listenForInterruption(language: Language): Interruption {
  let flush: (() => void) | undefined;
  const interrupt = (): void => {
    if (flush === undefined) process.exit(exitCodes.done);
    flush();
    console.error(sayInterrupted[language]);
    // What is finished is on disk; what runs in a sandbox is ended with this process.
    process.exit(exitCodes.interrupted);
  };
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, interrupt);
  return {
    during: (how) => {
      flush = how;
    },
    end: () => {
      for (const signal of signals) process.off(signal, interrupt);
    },
  };
}
