import { parentPort, workerData } from 'node:worker_threads';
import type { FromCompiler, ToCompiler } from '../threads/compiler-messages';
import { CompilerThread } from './thread';

/** The compiler's thread: a worker whose `workerData` is `{ rootDir }`. */
const port = parentPort;
if (!port) throw new Error('this runs in a worker thread');
const { rootDir } = workerData as { rootDir: string };

const thread = new CompilerThread(rootDir);
const post = (answer: FromCompiler): void => {
  port.postMessage(answer);
};
port.on('message', (request: ToCompiler) => {
  const answer = thread.answer(request);
  if (answer) post(answer);
});
thread.warmUp();
post({ type: 'ready', typescript: thread.version });
