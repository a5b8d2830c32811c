import { Session } from 'node:inspector';
import { setTimeout } from 'node:timers/promises';
import type { RunningCall } from '../../threads/notebook-messages';
import type { NotebookLink } from '../notebook-link';
import { runningCalls } from './running-calls';

/**
 * A thread that answers within so many milliseconds is left alone: it computes nothing, or comes back to its event loop again and
 * again, as a training of TensorFlow.js does each 125 ms, and ends when it next awaits something.
 */
const GRACE = 250;

/** How long to wait for a sign that an ended computation has left the thread to others, in milliseconds. */
const RETRY = 100;

/** So many answers in a row prove that the thread is free, though the inspector never confirmed that it ended something. */
const PROOF = 20;

/** What an interrupt found. */
export interface Stopped {
  /** Whether what the thread computed had to be ended, for it to be back at its event loop. */
  readonly isEnded: boolean;
  /** In which calls that was, if it could be told. */
  readonly calls: readonly RunningCall[];
}

/**
 * Ends whatever the notebook's thread computes: a cell, or a callback of a cell that is done. This thread can do so while
 * that one is busy; nothing on its stack can catch it.
 */
export class Interrupter {
  #stopping: Promise<Stopped> | undefined;

  constructor(private readonly notebook: NotebookLink) {}

  /** Resolves when the notebook's thread is back at its event loop. */
  stop(): Promise<Stopped> {
    this.#stopping ??= this.#stop().finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** Ends what runs at this moment without asking whether anything does: it sleeps and waits for its end. */
  end(): Promise<Stopped> {
    this.#stopping ??= this.#terminate(() => Promise.resolve([])).finally(() => {
      this.#stopping = undefined;
    });
    return this.#stopping;
  }

  /** Resolves when no interrupt is on its way any more: what is sent now is not hit by it. */
  async settled(): Promise<void> {
    await this.#stopping;
  }

  async #stop(): Promise<Stopped> {
    return (await this.#answers(GRACE)) ? { isEnded: false, calls: [] } : this.#terminate(runningCalls);
  }

  /** @param look tells which calls are running, before they are ended; `free` resolves if they end by themselves */
  async #terminate(look: (session: Session, free: Promise<void>) => Promise<readonly RunningCall[]>): Promise<Stopped> {
    const session = new Session();
    session.connectToMainThread();
    const calls = await look(session, this.notebook.ping());
    let unconfirmed = 0;
    const terminate = (): void => {
      unconfirmed++;
      session.post('Runtime.terminateExecution', () => {
        unconfirmed--;
      });
    };
    try {
      terminate();
      // Native code cannot be ended; it ends when it comes back. A termination that finds nothing to end hits the next ping.
      for (let answers = 0; answers < PROOF;) {
        const free = await this.#answers(RETRY);
        answers = free ? answers + 1 : 0;
        if (unconfirmed > 0) continue;
        if (free) break;
        terminate();
      }
    } finally {
      session.disconnect();
    }
    this.notebook.send({ type: 'terminated' });
    return { isEnded: true, calls };
  }

  /** Whether a ping is answered in that time. */
  async #answers(time: number): Promise<boolean> {
    const patience = new AbortController();
    const late = setTimeout(time, false, { signal: patience.signal }).catch(() => false);
    const free = await Promise.race([this.notebook.ping().then(() => true), late]);
    patience.abort();
    return free;
  }
}
