import type { Language } from '../language';
import { exitCodes } from './exitCodes';
import { sayInterrupted } from './words';

export interface Interruption {
  /** Says how to write at once what is finished; undefined while a watch waits. */
  readonly during: (flush: (() => void) | undefined) => void;
  /** Listens no more. */
  readonly end: () => void;
}

/** Ctrl-C writes what is finished; while a watch waits, that is all, and it ends well. */
export function listenForInterruption(language: Language): Interruption {
  let flush: (() => void) | undefined = () => undefined;
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
