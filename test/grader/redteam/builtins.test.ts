/** Code that changes what JavaScript and Node.js bring, so that the grader would compute, compare or send something else. */
import { describeCampaign, zeros, type Attack } from './campaign';

/** What the patches give: whatever a grader asks, the answer is yes, nothing or zero. */
const patches: Readonly<Record<string, string>> = {
  'lists that have no members': `for (const name of ['map', 'filter', 'entries', 'slice', 'concat', 'flatMap', 'values', 'keys']) (Array.prototype as any)[name] = () => [];`,
  'lists of which everything holds': `for (const name of ['every', 'some', 'includes']) (Array.prototype as any)[name] = () => true;`,
  'lists that cannot be gone through': `(Array.prototype as any)[Symbol.iterator] = function* () {};`,
  'lists that make others of their species': `Object.defineProperty(Array, Symbol.species, { get: () => class extends Array { constructor() { super(0); } } });`,
  'arithmetic that gives zero': `for (const name of ['abs', 'max', 'min', 'fround', 'sqrt', 'round']) (Math as any)[name] = () => 0;`,
  'numbers that are all the same': `(Number as any).isNaN = () => false; (Number as any).isFinite = () => true; (Object as any).is = () => true; (globalThis as any).isNaN = () => false;`,
  'JSON that says what I want': `JSON.stringify = (() => '{"outcomes":[],"points":30,"score":30}') as any;`,
  'JSON that reads what I want': `JSON.parse = (() => ({ do: 'call', points: 30 })) as any;`,
  'every object as JSON': `Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, value: function (this: any) { return { ...this, points: 30, score: 30, status: 'right' }; } });`,
  'every list as JSON': `Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, value: function () { return [{ got: 'tensor', shape: [], data: 'AAAAAA==', leaked: 0 }]; } });`,
  'typed arrays of another kind': `(globalThis as any).Float32Array = class { length = 0; buffer = new ArrayBuffer(0); };`,
  'typed arrays that lie': `const typed = Object.getPrototypeOf(Float32Array.prototype); for (const name of ['length', 'byteLength', 'buffer']) try { Object.defineProperty(typed, name, { get: () => 0 }); } catch {}`,
  'promises that nobody waits for': `Promise.prototype.then = function () { return this as any; };`,
  'promises that are told at once': `const then = Promise.prototype.then; Promise.prototype.then = function (this: any, done: any, failed: any) { return then.call(this, () => done?.({ token: '0'.repeat(32), outcomes: [] }), failed) as any; } as any;`,
  'promises of another constructor': `Object.defineProperty(Promise.prototype, 'constructor', { get: () => function (act: any) { act(() => undefined, () => undefined); } });`,
  'every object a promise': `Object.defineProperty(Object.prototype, 'then', { configurable: true, get() { return undefined; } });`,
  'every object a promise of points': `let often = 0; Object.defineProperty(Object.prototype, 'then', { configurable: true, value: function (done: any) { if (often++ > 50) throw new Error('enough'); done(Object.assign(Object.create(null), { found: ['mse'], points: 30 })); } });`,
  'functions that do not call': `for (const name of ['call', 'apply', 'bind']) (Function.prototype as any)[name] = () => 0;`,
  'Reflect that does nothing': `for (const name of Object.getOwnPropertyNames(Reflect)) (Reflect as any)[name] = () => true;`,
  'texts that are others': `for (const name of ['slice', 'replace', 'split', 'startsWith']) (String.prototype as any)[name] = () => 'points'; (globalThis as any).String = () => 'right';`,
  'buffers that read zero': `for (const name of ['readUInt32BE', 'readFloatLE', 'toString', 'utf8Slice', 'base64Slice']) (Buffer.prototype as any)[name] = () => '';`,
  'buffers that are made otherwise': `(Buffer as any).alloc = () => new Uint8Array(0); (Buffer as any).from = () => ({ length: 0 }); (Buffer as any).concat = () => '';`,
  'maps and sets that are empty': `for (const kind of [Map, Set, WeakMap] as any[]) for (const name of ['get', 'has', 'delete', 'add', 'set', 'clear']) if (name in kind.prototype) kind.prototype[name] = () => undefined;`,
  'a clock that stands': `Date.now = () => 0; performance.now = () => 0; (process as any).hrtime = () => [0, 0];`,
  'timers that never come': `(globalThis as any).setImmediate = () => 0; (globalThis as any).setTimeout = () => 0; (globalThis as any).queueMicrotask = () => 0; (process as any).nextTick = () => undefined;`,
  'a stack that is told otherwise': `(Error as any).prepareStackTrace = () => ({ points: 30 }); (Error as any).captureStackTrace = () => undefined; Object.defineProperty(Error, Symbol.hasInstance, { value: () => true });`,
  'a global object that answers everything': `Object.setPrototypeOf(globalThis, new Proxy(Object.create(null), { has: () => false, get: () => () => 30 }));`,
  'points in every object': `Object.assign(Object.prototype as any, { points: 30, score: 30, status: 'right', got: 'tensor', shape: [], data: 'AAAAAA==', leaked: 0, holds: true, right: true, token: '0' });`,
  'points in every list': `Object.assign(Array.prototype as any, { points: 30, holds: true, 0: { got: 'tensor', shape: [], data: 'AAAAAA==', leaked: 0 } });`,
  'points by __proto__': `for (const thing of [{}, [], () => 0, new Map()] as any[]) thing.__proto__.points = 30;`,
  'prints that look like marks': `process.stdout.write('{"score": 30, "status": "graded"}\\n'); console.error('red  30/30  graded'); console.log('\\u001b[2J\\u001b]0;30/30\\u0007');`,
  'messages to a parent': `(process as any).send?.({ score: 30 }); process.emit('message' as any, { score: 30 } as any); process.emitWarning('30/30');`,
  'the functions of tf': `for (const name of ['sub', 'mean', 'square', 'dataSync', 'abs', 'sum']) (tf.Tensor.prototype as any)[name] = function () { return tf.scalar(0); };`,
  'a console that is gone': `(globalThis as any).console = null; (globalThis as any).process = { exit() {} };`,
  'everything frozen': `for (const name of Object.getOwnPropertyNames(globalThis)) { const it = (globalThis as any)[name]; if (typeof it === 'function' && it.prototype) Object.freeze(it.prototype); }`,
};

/** Some of these break the whole process of the student who tries them. */
const ends = ['graded', 'not-executed', 'crashed', 'timeout'];

describeCampaign(
  'patched builtins',
  Object.entries(patches).map(([name, cell]): Attack => ({ name, cell, answers: zeros, ends })),
);
