// A worker of the queue whose runner does what a job's first cell says, so that a test can see it fail in any way.
//   node fakeWorker.cjs ADDRESS VERSION FOLDER    each run of a job adds a line to FOLDER/runs
'use strict';
const { appendFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');
const { work } = require('../../../lib/grader/dist/queue/worker.js');
const { WrongRuntime } = require('../../../lib/grader/dist/run/runner.js');

const [address, version, folder] = process.argv.slice(2);
const stored = (output) => ({ version: 1, functions: [], failures: [], output, sandbox: 'fake' });

const runner = {
  capacity: 2,
  async run(job) {
    const [{ source }] = job.steps;
    appendFileSync(join(folder, 'runs'), `${process.pid} ${source}\n`);
    if (source === 'fail') throw new Error('no sandbox today');
    if (source === 'mend' && !existsSync(join(folder, 'mended'))) throw new Error('not yet');
    if (source === 'wrong') throw new WrongRuntime('the runtime', 'a', 'b');
    if (source === 'kill') process.kill(process.pid, 'SIGKILL');
    if (source === 'slow') await new Promise((resolve) => setTimeout(resolve, 1500));
    return stored(`ran ${source}`);
  },
  close: async () => undefined,
};

work({
  address,
  version,
  jobs: 2,
  runner,
  language: 'pt',
  locks: { lockDuration: 2000, stalledInterval: 1000, maxStalledCount: 1 },
}).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
