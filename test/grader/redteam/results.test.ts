/** Functions that return what is no honest tensor, or give another answer to the grader than to anybody else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/exercise';
import { resultFor } from '../support/grading';
import { describeCampaign, type Attack } from './campaign';

const ends = ['graded', 'not-executed', 'crashed'];
const honest = 'tf.tidy(() => input.sub(target).square().mean())';

/** What a student can see, with its right numbers: the file that `check()` reads. */
const publicCases = (
  JSON.parse(readFileSync(join(root, 'exercises/checks/01-regression.json'), 'utf8')) as {
    items: { mse: { functions: { cases: { args: { data: number[] }[]; expected: { data: number[] } }[] }[] } };
  }
).items.mse.functions[0]?.cases.map(({ args, expected }) => [args[0]?.data, expected.data[0]]);

/** Of any function: four share a notebook. */
const bodies: Readonly<Record<string, string>> = {
  'a Proxy of a tensor': `return new Proxy(tf.scalar(0), { get: (of: any, name) => (name === 'dataSync' ? () => target.dataSync() : of[name]) });`,
  'a Proxy that throws': `return new Proxy({}, { getPrototypeOf: () => { throw new Error('no'); } }) as any;`,
  'a Proxy of the prototype': `return Object.create(new Proxy(tf.Tensor.prototype, { get: () => 0 })) as any;`,
  'an object with toJSON': `return { toJSON: () => ({ got: 'tensor', shape: [], data: 'AAAAAA==', leaked: 0 }) } as any;`,
  'an object with valueOf': `let n = 0; return { valueOf: () => n++, [Symbol.toPrimitive]: () => n++ } as any;`,
  'an object that looks like a tensor': `return { shape: [], dtype: 'float32', size: 1, dataSync: () => new Float32Array(1), dispose() {} } as any;`,
  'a thing with a tensor for prototype': `return Object.create(tf.scalar(0));`,
  'a tensor of no constructor': `return Object.assign(Object.create(tf.Tensor.prototype), { shape: [], size: 1, dtype: 'float32', dataId: {} });`,
  'a tensor with another shape each time': `const t = tf.scalar(0); let n = 0; Object.defineProperty(t, 'shape', { get: () => Array(n++).fill(1) }); return t;`,
  'a tensor with a getter that throws': `const t = tf.scalar(0); Object.defineProperty(t, 'dtype', { get() { throw new Error('no'); } }); return t;`,
  'a tensor that throws a tensor': `const t = tf.scalar(0); Object.defineProperty(t, 'size', { get() { throw t; } }); return t;`,
  'an error that is none': `throw { get name() { return { toString: () => { throw 1; } }; }, message: Symbol('x') };`,
  'an error of an endless text': `throw new Error('x'.repeat(3e7));`,
  'an error as HTML': `throw new Error('<script>alert(1)</script><img src=x onerror=alert(1)>');`,
  'a tensor that says it is small': `const t = tf.zeros([300, 300]); Object.defineProperty(t, 'size', { value: 1 }); return t;`,
  'a tensor that says it is large': `const t = tf.scalar(0); Object.defineProperty(t, 'size', { value: -1 }); (t as any).shape = [1e9, 1e9]; return t;`,
  'a shape that is endless': `const t = tf.scalar(0); (t as any).shape = { *[Symbol.iterator]() { for (let i = 0; i < 1e5; i++) yield i; } }; return t;`,
  'not a number': `return tf.scalar(NaN);`,
  infinity: `return tf.scalar(Infinity);`,
  'as many answers as there may be': `return tf.range(0, 60000);`,
  'more answers than there may be': `return tf.zeros([1e6]);`,
  'a tensor without elements': `return tf.zeros([0]) as any;`,
  'the input itself': `return input;`,
  'the target': `return target;`,
  'a tensor that is disposed of': `const t = tf.scalar(0); t.dispose(); return t;`,
  'a text': `return tf.tensor(['0']) as any;`,
  'a complex number': `return tf.complex(0, 0) as any;`,
  'a truth': `return tf.scalar(true) as any;`,
  'a plain number': `return 0 as any;`,
  nothing: `return undefined as any;`,
  'a promise': `return Promise.resolve(${honest}) as any;`,
  'a generator': `return (function* () { yield tf.scalar(0); })() as any;`,
  'a bigint': `return 10n as any;`,
};

/** Of mse. */
const ofMse: Readonly<Record<string, string>> = {
  'a right value once': `const g = globalThis as any; g.calls = (g.calls ?? 0) + 1; return g.calls === 1 ? ${honest} : tf.scalar(0);`,
  'a right value at times': `const g = globalThis as any; g.calls = (g.calls ?? 0) + 1; return g.calls % 2 === 1 ? ${honest} : tf.scalar(0);`,
  'the first answer again and again': `const g = globalThis as any; g.first ??= input.sub(target).square().mean().dataSync()[0]; return tf.scalar(g.first);`,
  'the public cases by heart': `const known = new Map<string, number>(${JSON.stringify(publicCases)}.map(([data, value]: any) => [Array.from(new Float32Array(data)).join(), value]));
return tf.scalar(known.get(Array.from(input.dataSync()).join()) ?? 0);`,
  'a value nearly right': `return tf.tidy(() => input.sub(target).square().mean().mul(1.001));`,
  'cases that are printed': `console.log('CASE', input.dataSync().join()); require('fs').writeSync(2, 'CASE'); return tf.scalar(0);`,
  'an argument changed for what comes after': `(input.dataSync() as Float32Array).fill(0); (target as any).shape = []; return tf.scalar(0);`,
};

const items = ['mse', 'l1', 'mbe', 'smoothL1'] as const;

/** An answer whose value has this body, and whose gradient is wrong. */
function answerOf(item: (typeof items)[number], body: string): string {
  const parameters = `(input: tf.Tensor, target: tf.Tensor${item === 'smoothL1' ? ', beta: number' : ''}): tf.Tensor`;
  return `function ${item}${parameters} {\n${body}\n}\nfunction ${item}Grad${parameters} { return tf.zeros(input.shape); }`;
}

const all = Object.entries(bodies);
const together = Array.from({ length: Math.ceil(all.length / items.length) }, (_, i): Attack => {
  const some = all.slice(items.length * i, items.length * (i + 1));
  return {
    name: some.map(([name]) => name).join(', '),
    answers: Object.fromEntries(
      some.map(([, body], place) => [items[place] ?? 'mse', answerOf(items[place] ?? 'mse', body)]),
    ),
    ends,
  };
});

describeCampaign(
  'results that lie',
  [
    ...together,
    ...Object.entries(ofMse).map(([name, body]): Attack => ({ name, answers: { mse: answerOf('mse', body) }, ends })),
  ],
  (run) => {
    test('what functions print is not kept: it tells of secret cases', () => {
      expect(resultFor(run(), 'cases that are printed').output).not.toContain('CASE');
    });
  },
);
