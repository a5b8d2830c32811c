import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { log } from '../log';
import { Backlog } from '../threads/backlog';
import { readConnectionFile } from '../wire/connection-file';
import { openSockets } from '../wire/sockets';
import { CompilerLink } from './compiler-link';
import { endProcess } from './ending';
import { Front } from './front';
import { History } from './history/history';
import { HistoryFile } from './history/history-file';
import { historyPlace } from './history/history-place';
import { Interrupter } from './interrupts/interrupter';
import { onSigint } from './interrupts/sigint';
import { Messenger } from './messenger';
import { NotebookLink } from './notebook-link';
import { onParentGone } from './parent-watch';

/** What the main thread hands to the protocol thread, whose program this is. */
export interface FrontData {
  readonly connectionFile: string;
  readonly rootDir: string;
  readonly notebook: MessagePort;
  readonly backlog: SharedArrayBuffer;
}

async function main(data: FrontData): Promise<void> {
  const connection = readConnectionFile(data.connectionFile);
  const sockets = await openSockets(connection);
  const messenger = new Messenger(sockets);
  const historyFile = new HistoryFile(historyPlace(process.env, process.platform));
  const notebook = new NotebookLink(data.notebook, new Backlog(data.backlog));
  const interrupter = new Interrupter(notebook);
  const end = (restart: boolean): Promise<void> =>
    endProcess({ sockets, messenger, historyFile, notebook, interrupter }, restart);
  const compiler = new CompilerLink(data.rootDir);
  const history = new History(historyFile);
  const { ports } = connection;
  const front = new Front({ sockets, messenger, compiler, notebook, history, interrupter, ports, end });
  front.start();
  // What can wait comes after the sockets: clients ask about the kernel first.
  compiler.start();
  const interrupt = (): void => void front.interrupt();
  parentPort?.on('message', interrupt);
  void compiler.ready.then(() => {
    onSigint(interrupt);
  });
  onParentGone(() => void end(false));
}

main(workerData as FrontData).catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  // Ends this thread; the main one ends with it.
  process.exit(1);
});
