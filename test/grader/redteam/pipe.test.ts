/** Code that writes to the grader's pipe, reads its requests, or closes what it finds. */
import { describeCampaign, zeros, type Attack } from './campaign';

/** Puts a message of the student's own making on a descriptor. */
const sender = `const fs = require('fs');
const framed = (message: string): Buffer => { const body = Buffer.from(message); const head = Buffer.alloc(4); head.writeUInt32BE(body.length); return Buffer.concat([head, body]); };
const right = JSON.stringify({ got: 'tensor', shape: [], data: 'AAAAAA==', leaked: 0 });
const forged = (call: string): string => JSON.stringify({ call, found: ['fpp', 'mse', 'mseGrad'], outcomes: [], token: '0'.repeat(32), points: 30, score: 30, status: 'graded' });
`;

const cells: Readonly<Record<string, string>> = {
  'forged replies before': `for (let i = 0; i < 20; i++) fs.writeSync(3, framed(forged('0'.repeat(32))));`,
  'forged replies afterwards': `setTimeout(() => fs.writeSync(3, framed(forged('0'.repeat(32)))), 1); process.on('exit', () => fs.writeSync(3, framed(forged(''))));`,
  'a reply to every number': `for (const call of [undefined, null, 0, '', [], {}, '__proto__']) fs.writeSync(3, framed(JSON.stringify({ call, score: 30 })));`,
  'a reply with a prototype': `fs.writeSync(3, framed('{"__proto__": {"call": "x", "points": 30, "polluted": true}, "constructor": {"prototype": {"points": 30}}}'));`,
  'replies without end': `const many = Buffer.concat(Array(4000).fill(framed('{}'))); for (;;) fs.writeSync(3, many);`,
  'a length of four gigabytes': `fs.writeSync(3, Buffer.alloc(8, 255));`,
  'a length, and nothing more': `fs.writeSync(3, Buffer.from([0, 16, 0, 0])); await new Promise(() => undefined);`,
  'a message as long as may be': `fs.writeSync(3, framed(JSON.stringify({ call: 'x', outcomes: 'x'.repeat(4e6) })));`,
  'a message as deep as may be': `const n = 2e6; fs.writeSync(3, framed('['.repeat(n) + ']'.repeat(n)));`,
  'no JSON': `fs.writeSync(3, framed('{"call": '));`,
  'no text': `fs.writeSync(3, framed(Buffer.alloc(100, 0xff).toString('latin1')));`,
  'half a message': `fs.writeSync(3, framed(forged('x')).subarray(0, 30));`,
  'every descriptor': `for (let fd = 0; fd < 64; fd++) try { fs.writeSync(fd, framed(forged('x'))); } catch {}`,
  'every descriptor closed': `for (let fd = 3; fd < 64; fd++) try { fs.closeSync(fd); } catch {}`,
  'the requests closed': `fs.closeSync(0);`,
  'the requests read': `const taken = Buffer.alloc(1 << 20);
fs.read(0, taken, 0, taken.length, null, () => {
  const call = /"call":"(\\\\w+)"/.exec(taken.toString())?.[1] ?? '';
  fs.writeSync(3, framed(forged(call)));
});`,
  'the requests as a stream': `process.stdin.on('data', (piece: Buffer) => { fs.writeSync(3, framed(forged(/"call":"(\\\\w+)"/.exec(piece.toString())?.[1] ?? ''))); });`,
  'the reply changed on its way': `const typed = Object.getPrototypeOf(Uint8Array.prototype); const get = Object.getOwnPropertyDescriptor(typed, 'byteLength')!.get!;
try { Object.defineProperty(typed, 'byteLength', { get(this: any) { const text = Buffer.from(this).toString(); if (text.includes('call')) this.set(Buffer.from(text.replace('"outcomes"', '"Outcomes"'))); return get.call(this); } }); } catch {}`,
  'another reply by writeSync': `(fs as any).writeSync = () => 1; (fs as any).readSync = () => 0; require('module').syncBuiltinESMExports();`,
};

const ends = ['graded', 'not-executed', 'crashed', 'timeout'];

describeCampaign(
  'the pipe',
  Object.entries(cells).map(([name, code]): Attack => ({ name, cell: sender + code, answers: zeros, ends })),
);
