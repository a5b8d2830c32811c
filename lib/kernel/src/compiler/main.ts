import { parentPort, workerData } from 'node:worker_threads';
import type { ToCompiler } from '../threads/compiler-messages';
// Before the thread, which imports TypeScript.
import { keepCode } from './typescript-loader';
import { collectGarbage } from './collect-garbage';
import { CompilerThread } from './thread';

/** How long there must have been nothing to do before what V8 made of TypeScript is kept and garbage is collected. */
const QUIET_MS = 3000;

/** The compiler's thread: a worker whose `workerData` is `{ rootDir }`. */
const port = parentPort;
if (!port) throw new Error('this runs in a worker thread');
const { rootDir } = workerData as { rootDir: string };
const thread = new CompilerThread(rootDir);
const quiet = setTimeout(() => {
  keepCode();
  collectGarbage();
}, QUIET_MS).unref();

port.on('message', (request: ToCompiler) => {
  const answer = thread.answer(request);
  if (answer) port.postMessage(answer);
  quiet.refresh();
});
thread.warmUp();
port.postMessage({ type: 'ready', typescript: thread.version, problems: thread.problems });
