import { setTimeout } from 'node:timers/promises';
import { log } from '../log';
import type { Sockets } from '../wire/sockets';
import type { HistoryFile } from './history/history-file';
import type { Interrupter } from './interrupts/interrupter';
import type { Messenger } from './messenger';
import type { NotebookLink } from './notebook-link';

/** How long unsent output may hold up the end, in milliseconds. */
const FLUSH = 2000;

/** How long the main thread may take to end the process once it is free, and until it is killed. In milliseconds. */
const PATIENCE = { polite: 200, last: 3000 };

interface Parts {
  readonly sockets: Sockets;
  readonly messenger: Messenger;
  readonly historyFile: HistoryFile;
  readonly notebook: NotebookLink;
  readonly interrupter: Interrupter;
}

/** Ends the process, with what was said sent and what ran written down, whatever the notebook's thread computes. */
export async function endProcess(parts: Parts, restart: boolean): Promise<void> {
  const { sockets, messenger, historyFile, notebook, interrupter } = parts;
  await Promise.race([Promise.all([messenger.flushed(), historyFile.written()]), setTimeout(FLUSH)]);
  sockets.close();
  // Ends the process and so this thread; what follows is for a main thread that does not listen.
  notebook.send({ type: 'shutdown', restart });
  await setTimeout(PATIENCE.polite);
  void interrupter.stop().then(() => {
    notebook.send({ type: 'shutdown', restart });
  });
  await setTimeout(PATIENCE.last);
  log('the main thread does not end, so the process is killed');
  process.kill(process.pid, 'SIGKILL');
}
