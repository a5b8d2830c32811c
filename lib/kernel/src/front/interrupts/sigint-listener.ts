import vm from 'node:vm';
import { parentPort } from 'node:worker_threads';

/** The program of a thread that sleeps in a script which SIGINT breaks: Node waits for the signal in a thread of its own. */
const sleep = new vm.Script('Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)');

for (;;) {
  try {
    sleep.runInThisContext({ breakOnSigint: true });
  } catch {
    parentPort?.postMessage('SIGINT');
  }
}
