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
  // `jupyter run` and `jupyter console` hand on what they do not know themselves.
  const { values, positionals, tokens } = parseArgs({
    options: { 'config-path': { type: 'string' } },
    strict: false,
    tokens: true,
  });
  const connectionFile = values['config-path'];
  if (typeof connectionFile !== 'string') throw new Error('usage: main.js --config-path CONNECTION_FILE');
  const unknown = tokens.flatMap((token) => {
    return token.kind === 'option' && token.name !== 'config-path' ? [token.rawName] : [];
  });
  const ignored = [...unknown, ...positionals];
  if (ignored.length > 0) log(`the kernel takes no other arguments than --config-path; ignored: ${ignored.join(' ')}`);
  return path.resolve(connectionFile);
}

main().catch((error: unknown) => {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
