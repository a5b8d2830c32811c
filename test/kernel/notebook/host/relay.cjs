/** The worker between the notebook's thread and the test: as the kernel's protocol thread, it interrupts the notebook. */
const { Session } = require('node:inspector');
const { Socket } = require('node:net');
const { join } = require('node:path');
const v8 = require('node:v8');
const { workerData } = require('node:worker_threads');

const { dist, memory, port } = workerData;
const { Backlog } = require(join(dist, 'threads/backlog.js'));
const { outputSize } = require(join(dist, 'threads/output-size.js'));

const backlog = new Backlog(memory);
const pipe = new Socket({ fd: 3 });
let held;

function pass(message) {
  const body = v8.serialize(message);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(body.length);
  pipe.write(Buffer.concat([head, body]), () => backlog.remove(outputSize(message)));
}

port.on('message', (message) => {
  if (message.type === 'end-me') commands.interrupt();
  if (held) held.push(message);
  else pass(message);
});

const commands = {
  interrupt() {
    const inspector = new Session();
    inspector.connectToMainThread();
    inspector.post('Runtime.terminateExecution', () => inspector.disconnect());
  },
  /** Stands for a slow network: what the notebook writes is handed on no more. */
  hold() {
    held = [];
  },
  'release-hold'() {
    for (const message of held.splice(0)) pass(message);
    held = undefined;
  },
};

let waiting = Buffer.alloc(0);
pipe.on('data', (chunk) => {
  waiting = Buffer.concat([waiting, chunk]);
  while (waiting.length >= 4 && waiting.length >= 4 + waiting.readUInt32LE(0)) {
    const end = 4 + waiting.readUInt32LE(0);
    const message = v8.deserialize(waiting.subarray(4, end));
    waiting = waiting.subarray(end);
    const command = commands[message.type];
    if (command) command();
    else port.postMessage(message);
  }
});
