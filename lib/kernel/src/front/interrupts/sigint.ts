import path from 'node:path';
import { Worker } from 'node:worker_threads';

/**
 * Calls `react` at each SIGINT. The main thread hears of signals only between computations and this thread not at all, so a
 * thread of its own does nothing but wait for them.
 */
export function onSigint(react: () => void): void {
  const worker = new Worker(path.join(__dirname, 'sigint-listener.js'), {
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 },
  });
  worker.on('message', react);
  worker.unref();
}
