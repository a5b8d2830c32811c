import path from 'node:path';
import { parseArgs } from 'node:util';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { FrontData } from './front/main';
import { log } from './log';
import { Backlog } from './threads/backlog';
import { NotebookPort } from './threads/notebook-port';

/** The program that Jupyter starts, in the notebook's folder: `node dist/main.js --config-path CONNECTION_FILE`. */
async function main(): Promise<void> {
  // A cell's code may replace it.
  const exit = process.exit.bind(process);
  const rootDir = process.cwd();
  const { port1, port2 } = new MessageChannel();
  const backlog = new Backlog();
  const workerData: FrontData = {
    connectionFile: readArguments(),
    rootDir,
    notebook: port2,
    backlog: backlog.memory,
  };
  const front = new Worker(path.join(__dirname, 'front/main.js'), {
    workerData,
    transferList: [port2],
    stdout: true,
    stderr: true,
  });
  front.on('error', (error) => {
    log(`the protocol thread failed: ${error.stack ?? String(error)}`);
  });
  front.on('exit', exit);
  // Heard only between computations, and until the protocol thread has its own way of hearing it; without it, Node ends.
  process.on('SIGINT', () => {
    front.postMessage('SIGINT');
  });
  // The protocol thread starts meanwhile.
  const { startNotebook } = await import('./notebook/start.js');
  startNotebook(new NotebookPort(port1, backlog), rootDir);
}

function readArguments(): string {
  const { values } = parseArgs({ options: { 'config-path': { type: 'string' } } });
  const connectionFile = values['config-path'];
  if (connectionFile === undefined) throw new Error('usage: main.js --config-path CONNECTION_FILE');
  return path.resolve(connectionFile);
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
