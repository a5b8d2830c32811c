import { setTimeout as pause } from 'node:timers/promises';
import { Subscriber, XPublisher } from 'zeromq';
import { Codec } from '../../../lib/kernel/src/wire/codec';
import { IopubChannel } from '../../../lib/kernel/src/wire/iopub';
import type { Outgoing } from '../../../lib/kernel/src/wire/message';

const codec = new Codec({ key: '', hash: 'sha256' });
const message = (msg_type: string, content: object): Outgoing => {
  return { header: { msg_id: '', msg_type, session: '', username: '', date: '', version: '' }, content };
};

let publisher: XPublisher;
let subscriber: Subscriber;
let iopub: IopubChannel;

beforeEach(async () => {
  publisher = new XPublisher({ sendHighWaterMark: 10, sendTimeout: 0, noDrop: true, verbosity: 'allSubs', linger: 0 });
  await publisher.bind('tcp://127.0.0.1:*');
  iopub = new IopubChannel(publisher, codec);
  subscriber = new Subscriber({ receiveHighWaterMark: 10, linger: 0 });
  const greeted = iopub.greet(() => message('iopub_welcome', {}));
  subscriber.connect(publisher.lastEndpoint ?? '');
  subscriber.subscribe();
  const [topic] = await subscriber.receive();
  expect(String(topic)).toBe('iopub_welcome');
  void greeted;
});

afterEach(() => {
  publisher.close();
  subscriber.close();
});

test('a client that is slow gets everything, in order, and what it has not taken is kept from the socket', async () => {
  const text = 'x'.repeat(500_000);
  const sent: number[] = [];
  for (let i = 0; i < 300; i++) {
    iopub.publish(message('display_data', { i, text }), () => {
      sent.push(i);
    });
  }
  await pause(500);
  // So much lies in the system's buffers, not in the kernel's memory without an end.
  expect(sent.length).toBeLessThan(200);
  const received: unknown[] = [];
  while (received.length < 300) {
    const frames = await subscriber.receive();
    received.push((JSON.parse(String(frames[6])) as { i: number }).i);
  }
  expect(received).toEqual(Array.from({ length: 300 }, (_, i) => i));
  await iopub.flushed();
  expect(sent).toEqual(received);
}, 60_000);

test('in a hurry, what waits for its turn goes out', async () => {
  const received: string[] = [];
  const reading = (async () => {
    while (received.length < 40) received.push(String((await subscriber.receive())[0]));
  })();
  for (let i = 0; i < 40; i++) iopub.publish(message('stream', { text: 'x'.repeat(250_000) }));
  await pause(300);
  expect(received.length).toBeLessThan(40);
  iopub.hurry();
  await reading;
  expect(received).toHaveLength(40);
}, 20_000);

test('a client that takes nothing is left behind after a while, and the others get everything', async () => {
  publisher.sendHighWaterMark = 40;
  const impatient = new IopubChannel(publisher, codec, 300);
  const stuck = new Subscriber({ receiveHighWaterMark: 1, linger: 0 });
  stuck.connect(publisher.lastEndpoint ?? '');
  stuck.subscribe();
  await subscriber.receive();
  const received: unknown[] = [];
  const text = 'x'.repeat(500_000);
  for (let i = 0; i < 150; i++) impatient.publish(message('display_data', { i, text }));
  while (received.length < 150) {
    const frames = await subscriber.receive();
    received.push((JSON.parse(String(frames[6])) as { i: number }).i);
  }
  expect(received).toEqual(Array.from({ length: 150 }, (_, i) => i));
  stuck.close();
}, 60_000);

test('who waits for all to be sent does not wait for a client that takes nothing', async () => {
  const sent: number[] = [];
  const text = 'x'.repeat(500_000);
  for (let i = 0; i < 300; i++) iopub.publish(message('display_data', { text }), () => sent.push(i));
  await iopub.flushed();
  expect(sent.length).toBeLessThan(200);
  let received = 0;
  while (received < 300) {
    await subscriber.receive();
    received++;
  }
  await iopub.flushed();
  expect(sent).toHaveLength(300);
}, 60_000);
