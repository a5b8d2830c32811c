/** A process whose main thread is a notebook's, as in the kernel, without sockets: a worker passes its messages on by a pipe. */
const { join } = require('node:path');
const { MessageChannel, Worker } = require('node:worker_threads');

const dist = join(__dirname, '../../../../lib/kernel/dist');
const { startNotebook } = require(join(dist, 'notebook/start.js'));
const { Backlog } = require(join(dist, 'threads/backlog.js'));
const { NotebookPort } = require(join(dist, 'threads/notebook-port.js'));

const backlog = new Backlog();
const { port1, port2 } = new MessageChannel();
new Worker(join(__dirname, 'relay.cjs'), {
  workerData: { dist, memory: backlog.memory, port: port2 },
  transferList: [port2],
  stdout: true,
  stderr: true,
});
startNotebook(new NotebookPort(port1, backlog), process.cwd());
