/** Code that writes to the grader's pipe, reads its requests, or closes what it finds. */
import { resultFor } from '../support/grading';
import { describeCampaign, wallSeconds, zeros, type Attack } from './campaign';

/** Puts a message of the student's own making on a descriptor. */
const sender = `const fs = require('fs');
const framed = (message: string): Buffer => { const body = Buffer.from(message); const head = Buffer.alloc(4); head.writeUInt32BE(body.length); return Buffer.concat([head, body]); };
const right = JSON.stringify({ got: 'tensor', shape: [], data: 'AAAAAA==', leaked: 0 });
const nobody = '0'.repeat(32);
const forged = (call: string): string => call + JSON.stringify({ call, found: ['fpp', 'mse', 'mseGrad'], outcomes: [], token: nobody, points: 30, score: 30, status: 'graded' });
const callIn = (request: Buffer): string => /"call":"(\\w+)"/.exec(request.toString())?.[1] ?? nobody;
`;

const cells: Readonly<Record<string, string>> = {
  'forged replies before': `for (let i = 0; i < 20; i++) fs.writeSync(3, framed(forged(nobody)));`,
  'forged replies afterwards': `setTimeout(() => fs.writeSync(3, framed(forged(nobody))), 1); process.on('exit', () => fs.writeSync(3, framed(forged(''))));`,
  'a reply to every number': `for (const call of [undefined, null, 0, '', [], {}, '__proto__']) fs.writeSync(3, framed(call + JSON.stringify({ call, score: 30 })));`,
  'a reply with a prototype': `fs.writeSync(3, framed(nobody + '{"__proto__": {"call": "x", "points": 30, "polluted": true}, "constructor": {"prototype": {"points": 30}}}'));`,
  'replies without end': `const many = Buffer.concat(Array(4000).fill(framed('{}'))); for (;;) fs.writeSync(3, many);`,
  'a length of four gigabytes': `fs.writeSync(3, Buffer.alloc(8, 255));`,
  'a length, and nothing more': `fs.writeSync(3, Buffer.from([0, 16, 0, 0])); await new Promise(() => undefined);`,
  'a message as long as may be': `fs.writeSync(3, framed(nobody + JSON.stringify({ outcomes: 'x'.repeat(4e6) })));`,
  'a message as deep as may be': `const n = 2e6; fs.writeSync(3, framed(nobody + '['.repeat(n) + ']'.repeat(n)));`,
  'messages as deep as may be, one after the other': `const n = 2e6; const deep = framed('['.repeat(n) + ']'.repeat(n)); for (;;) for (let sent = 0; sent < deep.length;) sent += fs.writeSync(3, deep, sent);`,
  'no JSON': `fs.writeSync(3, framed(nobody + '{"call": '));`,
  'no text': `fs.writeSync(3, framed(Buffer.alloc(100, 0xff).toString('latin1')));`,
  'half a message': `fs.writeSync(3, framed(forged('x')).subarray(0, 30));`,
  'every descriptor': `for (let fd = 0; fd < 64; fd++) try { fs.writeSync(fd, framed(forged('x'))); } catch {}`,
  'every descriptor closed': `for (let fd = 3; fd < 64; fd++) try { fs.closeSync(fd); } catch {}`,
  'the requests closed': `fs.closeSync(0);`,
  'requests of its own': `fs.closeSync(0); fs.writeFileSync('/tmp/0', framed(JSON.stringify({ do: 'count', call: nobody }))); fs.openSync('/tmp/0', 'r');`,
  'requests without end': `fs.closeSync(0); fs.openSync('/dev/zero', 'r');`,
  'the requests read': `const taken = Buffer.alloc(1 << 20);
fs.read(0, taken, 0, taken.length, null, () => {
  fs.writeSync(3, framed(forged(callIn(taken))));
});`,
  'requests that nobody takes': `setImmediate(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));`,
  'the requests as a stream': `process.stdin.on('data', (piece: Buffer) => { fs.writeSync(3, framed(forged(callIn(piece)))); });`,
  'the reply changed on its way': `const typed = Object.getPrototypeOf(Uint8Array.prototype); const get = Object.getOwnPropertyDescriptor(typed, 'byteLength')!.get!;
try { Object.defineProperty(typed, 'byteLength', { get(this: any) { const text = Buffer.from(this).toString(); if (text.includes('call')) this.set(Buffer.from(text.replace('"outcomes"', '"Outcomes"'))); return get.call(this); } }); } catch {}`,
  'another reply by writeSync': `(fs as any).writeSync = () => 1; (fs as any).readSync = () => 0; require('module').syncBuiltinESMExports();`,
};

const ends = ['graded', 'not-executed', 'crashed', 'timeout'];

describeCampaign(
  'the pipe',
  Object.entries(cells).map(([name, code]): Attack => ({ name, cell: sender + code, answers: zeros, ends })),
  (run) => {
    test('a process whose pipe is gone ends by itself, and nobody waits for it', () => {
      for (const name of ['the requests closed', 'requests without end'])
        expect(resultFor(run(), name)).toMatchObject({ status: 'crashed' });
    });

    test('who keeps others waiting is given up after three times', () => {
      const [value] = resultFor(run(), 'requests that nobody takes').items.at(-1)?.lines ?? [];
      expect(value?.message).toContain('derrubaram o processo vezes demais');
    });
  },
  wallSeconds.waiting,
);
