import type { Call, Notebook } from './notebook';

const vector = { shape: [3], data: [0.5, -2, 3.25] };
const matrix = { shape: [2, 2], data: [1, -1.5, 0.25, 4] };
const setup = "import * as tf from '@tensorflow/tfjs';\nimport { ready } from 'lossbook';\nawait ready('wasm');";

/** A notebook whose functions are taken at its end and called with a vector, a matrix and a vector again. */
function odd(name: string, names: readonly string[], ...cells: readonly string[]): Notebook {
  const calls = names.map((one): Call => ({ name: one, cases: [[vector], [matrix], [vector]] }));
  return { name, steps: [setup, ...cells, { take: names }], calls };
}

/** What students do that is not in a textbook, each in a notebook of its own or with what does not disturb it. */
export const oddNotebooks: readonly Notebook[] = [
  odd(
    'names declared again in later cells',
    ['early', 'late', 'twice'],
    'let scale = 2;\nconst early = (x: tf.Tensor) => x.mul(scale);',
    'scale = 3;',
    'const scale = 5;\nfunction late(x: tf.Tensor) { return x.mul(scale); }\nfunction twice(x: tf.Tensor) { return x.mul(7); }',
    'function twice(x: tf.Tensor) { return x.mul(11).add(scale); }',
  ),
  odd(
    'top-level await, destructuring, spread, defaults',
    ['awaited', 'destructured'],
    'const factor = await Promise.resolve(4);\nconst { a, b: [c, ...rest], d = 9 } = { a: 1, b: [2, 3, 5] } as { a: number; b: number[]; d?: number };',
    'for await (const x of (async function* () { yield 1; yield 2; })()) rest.push(x);',
    'const awaited = (x: tf.Tensor) => x.mul(factor);\nconst destructured = (x: tf.Tensor, extra = [a, c, d, ...rest]) => x.add(extra.reduce((s, y) => s * 2 + y, 0));',
  ),
  odd(
    'classes, decorators, accessors, using',
    ['ofClass', 'ofSubclass', 'decorated', 'disposed'],
    'abstract class Loss {\n  static count = 0;\n  #scale = 2;\n  static { this.count = 10; }\n  get scale() { return this.#scale; }\n  set scale(value: number) { this.#scale = value; }\n  abstract of(x: tf.Tensor): tf.Tensor;\n}',
    'class Square extends Loss {\n  of(x: tf.Tensor): tf.Tensor { return x.square().mul(this.scale).add(Loss.count); }\n}\nclass Half extends Square {\n  override of(x: tf.Tensor) { return super.of(x).div(2); }\n}\nconst square = new Square();\nsquare.scale = 3;',
    'const log: string[] = [];\nfunction twice(f: (this: Box, x: tf.Tensor) => tf.Tensor, context: ClassMethodDecoratorContext) {\n  log.push(String(context.name));\n  return function (this: Box, x: tf.Tensor) { return f.call(this, x).mul(2); };\n}\nclass Box {\n  @twice run(x: tf.Tensor): tf.Tensor { return x.add(log.length); }\n}',
    'const order: number[] = [];\n{\n  using first = { [Symbol.dispose]: () => { order.push(1); } };\n  using second = { [Symbol.dispose]: () => { order.push(2); } };\n}',
    'const ofClass = (x: tf.Tensor) => square.of(x);\nconst ofSubclass = (x: tf.Tensor) => new Half().of(x);\nconst decorated = (x: tf.Tensor) => new Box().run(x);\nconst disposed = (x: tf.Tensor) => x.add(order[0] * 10 + order[1]);',
  ),
  odd(
    'types that leave nothing behind, enums and namespaces that do',
    ['typed'],
    "import type { Tensor, Rank } from '@tensorflow/tfjs';\nimport { type Scalar } from '@tensorflow/tfjs';\ntype Pair<A, B = A> = readonly [A, B];\ninterface Shape { rank: Rank }",
    'enum Axis { rows, columns = 5, both = rows | columns }\nconst enum Fixed { one = 1 }\nnamespace Geometry { export const size = 4; export namespace Inner { export const depth = 2; } }\ndeclare const ghost: number;',
    'const pair = [1, 2] as const satisfies Pair<number>;\nconst typed = (x: Tensor): Tensor => x.add(Axis.both + Fixed.one + Geometry.Inner.depth + pair[1] + Axis[5].length);',
  ),
  odd(
    'answers that are async, give no tensor or throw',
    [
      'asynchronous',
      'plainNumber',
      'list',
      'none',
      'variable',
      'throwsError',
      'throwsText',
      'throwsCause',
      'throwsOnce',
      'deep',
      'flags',
    ],
    'const asynchronous = async (x: tf.Tensor) => x.mul(2);\nconst plainNumber = (x: tf.Tensor) => x.size;\nconst list = (x: tf.Tensor) => [x];\nconst none = (x: tf.Tensor) => { x.mul(2); };\nconst variable = (x: tf.Tensor) => tf.variable(x.mul(3));\nconst flags = (x: tf.Tensor) => x.greater(0);',
    "class Strange extends RangeError { override name = 'Strange'; }\nconst throwsError = (x: tf.Tensor) => { throw new Strange(`of rank ${x.rank}`); };\nconst throwsText = (x: tf.Tensor) => { throw 'only text'; };\nconst throwsCause = (x: tf.Tensor) => { throw new Error('outer', { cause: new Error('inner') }); };\nconst throwsOnce = (x: tf.Tensor) => { if (x.rank === 2) throw new TypeError('no matrix'); return x; };\nfunction deep(x: tf.Tensor): tf.Tensor { return deep(x); }",
  ),
  odd(
    'cells that fail in the middle',
    ['before', 'within', 'after', 'ofLet', 'unknown'],
    'const before = (x: tf.Tensor) => x.add(1);\nlet level = 1;',
    "level = 2;\nconst within = (x: tf.Tensor) => x.add(2);\nthrow new RangeError('on purpose');",
    "const wrong: number = 'text';\nconst unknown = (x: tf.Tensor) => x;",
    'const broken = (;',
    'level += 10;\nconst after = (x: tf.Tensor) => x.add(level);\nconst ofLet = (x: tf.Tensor) => x.mul(level);',
    'null!.toString();',
    "await Promise.reject(new TypeError('rejected'));",
    'throw { name: "Plain", message: "an object" };',
    'level++;',
  ),
  odd(
    'what a failed cell has declared, and what it has not',
    ['kept', 'lost', 'again', 'typed', 'byImport', 'hidden'],
    'const lost = (x: tf.Tensor) => x.add(100);\nconst again = (x: tf.Tensor) => x;\nconst hidden = () => null;',
    "import { add as plus } from '@tensorflow/tfjs';\ninterface Scale { by: number }\nconst scale: Scale = { by: 3 };\nlet count = 1;\nconst kept = (x: tf.Tensor) => x.mul(scale.by + count);\nthrow new Error('on purpose');\nconst lost = (x: tf.Tensor) => x.mul(0);",
    "const again = (x: tf.Tensor) => x.mul(2);\nawait Promise.reject(new RangeError('late'));\nconst hidden = (x: tf.Tensor) => x;",
    'const ofLost = lost;',
    'count += 4;\nconst typed = (x: tf.Tensor, by: Scale = scale) => kept(x).add(by.by);\nconst byImport = (x: tf.Tensor) => plus(x, again(x));',
  ),
  odd(
    'cells out of the order of their declarations',
    ['user', 'counter', 'hoisted'],
    'const user = (x: tf.Tensor) => helper(x);',
    'const hoisted = usedBefore;\nfunction usedBefore(x: tf.Tensor) { return x.sub(1); }',
    'const helper = (x: tf.Tensor) => x.mul(100);',
    'const user = (x: tf.Tensor) => helper(x).add(1);\nlet calls = 0;\nconst counter = (x: tf.Tensor) => x.add(++calls);',
    'const helper = (x: tf.Tensor) => x.mul(200);',
  ),
  odd(
    'side effects on globals and prototypes',
    ['ofGlobal', 'ofPrototype', 'ofMath', 'ofProcess'],
    'declare global { var shared: number; interface Array<T> { second(): T; } }\nglobalThis.shared = 6;\nArray.prototype.second = function () { return this[1]; };',
    'const original = Math.sign;\nMath.sign = (x) => original(x) * 2;\nprocess.env.MINE = "8";',
    'const ofGlobal = (x: tf.Tensor) => x.add(shared);\nconst ofPrototype = (x: tf.Tensor) => x.add([1, 7].second());\nconst ofMath = (x: tf.Tensor) => x.add(Math.sign(-3));\nconst ofProcess = (x: tf.Tensor) => x.add(Number(process.env.MINE));',
  ),
  odd(
    "mathjs, Node.js' modules, imports under other names",
    ['byMathjs', 'byNode', 'byCore'],
    "import { mean, std, evaluate } from 'mathjs';\nimport * as math from 'mathjs';\nimport { createHash } from 'node:crypto';\nimport { add as plus, Tensor as T } from '@tensorflow/tfjs';",
    "const byMathjs = (x: T) => tf.scalar(Number(mean(Array.from(x.dataSync()))) + Number(evaluate('2^3 + sqrt(16)')) + Number(math.det([[1, 2], [3, 4]])) + Number(std([1, 2, 4])));",
    "const byNode = (x: T) => x.add(createHash('sha256').update('text').digest()[0]);\nconst byCore = (x: T) => plus(x, tf.onesLike(x));",
  ),
  odd(
    'what is printed and displayed',
    ['quiet', 'loud'],
    "console.log('one', 2, [3, { four: 5 }], null, undefined);\nconsole.info('%s is %d', 'six', 6);",
    "display({ 'text/plain': 'shown' });\ndisplay.html('<b>bold</b>');\n({ a: 1 })",
    'for (let i = 0; i < 100; i++) console.log(i);\nprocess.stdout.write("no line end");',
    "const quiet = (x: tf.Tensor) => x;\nconst loud = (x: tf.Tensor) => { console.log('called'); return x.neg(); };",
  ),
  odd(
    'generators, collections, closures, labels, regular expressions, big integers',
    ['generated', 'collected', 'labelled', 'matched'],
    'function* powers() { for (let p = 1; ; p *= 2) yield p; }\nconst counted = new Map([["a", new Set([1, 2])]]);\nconst adders = [0, 1, 2].map((n) => (y: number) => n + y);',
    'const generated = (x: tf.Tensor) => { let sum = 0; for (const p of powers()) { if (p > 100) break; sum += p; } return x.add(sum); };',
    'const collected = (x: tf.Tensor) => x.add([...(counted.get("a") ?? [])].reduce((s, y, i) => s + adders[i](y), 0) + Number(2n ** 10n));',
    'const labelled = (x: tf.Tensor) => { let n = 0; outer: for (let i = 0; i < 5; i++) for (let j = 0; j < 5; j++) { if (j > i) continue outer; if (i === 4) break outer; n++; } return x.add(n); };',
    'const matched = (x: tf.Tensor) => x.add(Number(/(?<year>\\d{4})/u.exec("in 2026")?.groups?.year ?? 0) + `${String.raw`\\n`}`.length + (Object.groupBy ? 0 : 0));',
  ),
  odd(
    "TensorFlow.js' own ways",
    ['byGrad', 'byCustomGrad', 'byValueAndGrads', 'nested', 'kept', 'cast', 'onCpu'],
    'const square = (x: tf.Tensor) => tf.sum(tf.square(x));\nconst byGrad = (x: tf.Tensor) => tf.grad(square)(x);',
    'const clipped = tf.customGrad((x, save) => { (save as tf.GradSaveFunc)([x as tf.Tensor]); return { value: tf.abs(x as tf.Tensor), gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => [tf.mul(dy, tf.sign(saved[0]).mul(5))] }; });\nconst byCustomGrad = (x: tf.Tensor) => tf.grad((y) => tf.sum(clipped(y)))(x);',
    'const byValueAndGrads = (x: tf.Tensor) => { const { value, grads } = tf.valueAndGrads((y: tf.Tensor) => square(y) as tf.Scalar)([x]); return grads[0].add(value); };',
    'const weight = tf.tensor1d([2]);\nconst nested = (x: tf.Tensor) => tf.tidy(() => tf.tidy(() => x.mul(weight)).add(1));\nconst kept = (x: tf.Tensor) => { const y = tf.tidy(() => tf.keep(x.mul(2))); return y; };',
    "const cast = (x: tf.Tensor) => tf.cast(x, 'int32');\nconst onCpu = (x: tf.Tensor) => tf.atan2(x, tf.onesLike(x)).add(tf.erf(x));",
  ),
  odd(
    'what is left behind: timers, promises, rejections nobody waits for',
    ['ticked', 'settled'],
    'let ticks = 0;\nsetTimeout(() => { ticks = 5; }, 0);\nlet settledTo = 0;\nPromise.resolve(3).then((value) => { settledTo = value; });',
    "Promise.reject(new Error('nobody waits'));\nawait new Promise((resolve) => setTimeout(resolve, 20));",
    'const ticked = (x: tf.Tensor) => x.add(ticks);\nconst settled = (x: tf.Tensor) => x.add(settledTo);',
  ),
];
