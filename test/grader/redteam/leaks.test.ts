/** Right functions that leave tensors behind and hide it: the leak line is theirs only if nothing is left. */
import { pointsOf, resultFor } from '../support/grading';
import { describeCampaign, type Attack } from './campaign';

/** Right, but each call leaves two tensors. */
const leaking = 'input.sub(target).square().mean()';
const gradient = `function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.tidy(() => input.sub(target).mul(2 / input.size)); }`;

/** Before each: the count that the worker reads before and after a call says what the answer wants, so that only the ledger knows. */
const lying = `const state = tf.engine().state; let real = state.numTensors; let lie = 0;
Object.defineProperty(state, 'numTensors', { configurable: true, get: () => real + lie, set: (n: number) => { real = n - lie; } });
`;

const answer = (body: string): string =>
  `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {\n${body}\n}\n${gradient}`;

/** Each finds another way to a count that looks right. */
const books: Readonly<Record<string, { readonly cell?: string; readonly mse?: string }>> = {
  'a count that stands': {
    cell: `const n = tf.memory().numTensors; Object.defineProperty(tf.engine().state, 'numTensors', { get: () => n, set: () => undefined });`,
  },
  'a count that is set back': {
    mse: `const n = tf.engine().state.numTensors; const result = ${leaking}; tf.engine().state.numTensors = n + 1; return result;`,
  },
  'a state of its own': {
    cell: `(tf.engine() as any).state = new Proxy(tf.engine().state, { get: (of: any, name) => (name === 'numTensors' ? 5 : of[name]) });`,
  },
  'an engine that keeps no books': {
    cell: `const engine = tf.engine() as any;
for (const name of ['trackTensor', 'makeTensorFromTensorInfo']) {
  const old = engine[name].bind(engine);
  const other = name === 'trackTensor' ? () => undefined : (info: any) => Object.assign(Object.create(tf.Tensor.prototype), { ...info, size: info.shape.reduce((a: number, b: number) => a * b, 1), kept: false, isDisposedInternal: false, rankType: '0', id: -1 });
  for (const where of [engine, Object.getPrototypeOf(engine)]) try { Object.defineProperty(where, name, { value: other, configurable: true }); } catch {}
  for (const where of [engine, Object.getPrototypeOf(engine)]) try { where[name] = other; } catch {}
}`,
  },
  'tensors that say they are disposed of': {
    mse: `const result = ${leaking}; for (const t of [input, target]) (t as any).isDisposedInternal = false; return result;`,
  },
  'arguments for what stays': { mse: `const result = ${leaking}; input.dispose(); target.dispose(); return result;` },
  'arguments disposed of': {
    mse: `const result = tf.tidy(() => ${leaking}); input.dispose(); target.dispose(); lie += 2; return result;`,
  },
  'tensors of before for what stays': {
    cell: `const stock = Array.from({ length: 500 }, () => tf.scalar(1));`,
    mse: `const result = ${leaking}; stock.pop()?.dispose(); stock.pop()?.dispose(); return result;`,
  },
  'every reply changed': {
    cell: `Object.defineProperty(Object.prototype, 'toJSON', { configurable: true, value: function (this: any) { return 'leaked' in this ? { ...this, leaked: 0 } : this; } });`,
  },
  'work put off until the numbers are read': {
    cell: `const read = tf.Tensor.prototype.dataSync; const later = new WeakMap<object, () => tf.Tensor>();
(tf.Tensor.prototype as any).dataSync = function (this: any, ...rest: any[]) { return read.apply(later.get(this)?.() ?? this, rest as []); };
const readSync = tf.backend().readSync.bind(tf.backend()); const lazily = new WeakMap<object, () => tf.Tensor>();
(tf.backend() as any).readSync = (id: any, ...rest: any[]) => readSync(lazily.get(id)?.().dataId ?? id, ...(rest as []));`,
    mse: `const [a, b] = [input.clone(), target.clone()]; const result = tf.scalar(0); lazily.set(result.dataId, () => a.sub(b).square().mean()); return result;`,
  },
  'a backend that keeps no books': {
    cell: `const backend = tf.backend() as any; const kept = backend.dataIdMap;
for (const act of [() => { backend.dataIdMap = new Map(); }, () => { kept.set = () => undefined; }, () => { kept.delete = () => true; }, () => { Object.getPrototypeOf(kept).set = () => undefined; }]) try { act(); } catch {}`,
  },
  'data that is no tensor': {
    mse: `const info = (name: string, inputs: any): any => tf.getKernel(name as any, 'wasm').kernelFunc({ inputs, backend: tf.backend(), attrs: {} });
const difference = info('Sub', { a: input, b: target });
info('Multiply', { a: difference, b: difference });
return tf.tidy(() => input.sub(target).square().mean());`,
  },
  'a ledger that is still there': {
    cell: `const ledger = (globalThis as any).lossbookLedger;`,
    mse: `const a = input.sub(target); const b = a.square();
for (const left of [a, b]) { ledger?.freed(left); ledger?.freed(left.dataId); }
lie -= 2; return b.mean();`,
  },
  'a ledger of its own': { cell: `(globalThis as any).lossbookLedger = { made() {}, freed() {} };` },
  'sets that forget': {
    cell: `for (const name of ['add', 'has', 'delete', 'clear']) (Set.prototype as any)[name] = () => true; Object.defineProperty(Set.prototype, 'size', { get: () => 0 });`,
  },
  'sets that are empty': { cell: `Object.defineProperty(Set.prototype, 'size', { get: () => 0 });` },
  'a set that forgets for a moment': {
    mse: `const { add } = Set.prototype; (Set.prototype as any).add = function (this: any, one: any) { return typeof one === 'object' ? this : add.call(this, one); };
const result = ${leaking}; Set.prototype.add = add; lie -= 2; return result;`,
  },
  'a second TensorFlow.js': {
    cell: `const load = require('module').createRequire('/grader/runtime/x.js'); try { delete (globalThis as any)._tfengine; (globalThis as any)._tfengine = undefined; } catch {}
for (const key of Object.keys(require('module')._cache)) delete require('module')._cache[key];
const other = load('./tfjs.js') as typeof tf;`,
    mse: `return other.mean(other.square(other.sub(input, target)));`,
  },
  'a token that is guessed': {
    cell: `const parse = JSON.parse; Object.defineProperty(Object.prototype, 'token', { configurable: true, get: () => '0'.repeat(32), set() {} });`,
  },
};

const attacks = Object.entries(books).map(
  ([name, { cell = '', mse = `const result = ${leaking}; lie -= 2; return result;` }]): Attack => ({
    name,
    cell: lying + cell,
    answers: { mse: answer(mse) },
    worth: 5,
  }),
);

describeCampaign(
  'hidden leaks',
  [...attacks, { name: 'nothing to hide', answers: { mse: answer(`return tf.tidy(() => ${leaking});`) }, worth: 6 }],
  (run) => {
    test.each(attacks.map(({ name }) => name))('%s: no points for the leak line', (name) => {
      expect(pointsOf(resultFor(run(), name), 'mse')).toMatchObject({ value: 2, gradient: 2, shape: 1, leak: 0 });
    });
  },
);
