import { once } from 'node:events';
import { symlinkSync, writeFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { adding, answering, cellOf, changed, deleting, handedOut, master, mseWith, right } from './support/exercise';
import {
  describeInSandbox,
  feedbackFor,
  grade,
  pointsOf,
  removeFolder,
  resultFor,
  type Outcome,
} from './support/grading';

const forkBomb = `import { spawn } from 'child_process';
for (let i = 0; i < 200; i++) spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);`;

const spy = (port: number): string => `import * as fs from 'fs';
import * as net from 'net';
const seen: string[] = [];
for (const path of ['/etc/passwd', '/root', '/home', '/proc/self/environ', '/proc/1/cmdline', '${join(__dirname, '../..')}']) {
  try {
    const names = fs.statSync(path).isDirectory() ? fs.readdirSync(path) : [fs.readFileSync(path, 'utf8')];
    if (names.length > 0) seen.push(path);
  } catch {}
}
for (const path of ['/x', '/grader/x', '/grader/runtime/worker.js', '/dev/shm/x', '/home/x']) {
  try {
    fs.writeFileSync(path, 'x');
    seen.push('wrote ' + path);
  } catch {}
}
const connected = await new Promise((resolve) => {
  const socket = net.connect({ host: '127.0.0.1', port: ${port}, timeout: 2000 });
  socket.on('connect', () => resolve('connected')).on('error', () => resolve('refused')).on('timeout', () => resolve('timeout'));
});
console.log('SPY', JSON.stringify([seen, Object.keys(process.env).sort(), process.getuid!(), connected]));`;

const patcher = `const g = globalThis as any;
g.Math.abs = () => 0;
g.JSON.stringify = () => '{"outcomes":[]}';
g.JSON.parse = () => ({});
Number.isNaN = () => false;
Object.prototype.hasOwnProperty = () => true;
(Object.prototype as any).points = 100;
(Object.prototype as any).status = 'right';
(Float32Array.prototype as any).every = () => true;
Buffer.prototype.toString = () => '';
try { (tf as any).memory = () => ({ numTensors: 0 }); } catch {}`;

/** After this hardly anything works in the process, the worker's own path to the grader neither. */
const breaker = `Array.prototype.push = function () { return 0; };
Array.prototype.map = function () { return []; };
Array.isArray = ((): boolean => true) as any;
Function.prototype.call = function () { return 0; };
(globalThis as any).Float32Array = Array;`;

const forger = `import { writeSync } from 'fs';
const forged = Buffer.from(JSON.stringify({ call: '0'.repeat(32), found: ['mse'], outcomes: [], score: 30, __proto__: { points: 100 } }));
const head = Buffer.alloc(4);
head.writeUInt32BE(forged.length);
for (let i = 0; i < 20; i++) writeSync(3, Buffer.concat([head, forged]));
console.log('{"score": 30, "status": "graded"}');
console.log('hostile-forger  30/30  graded');`;

const rightMse = `${right.mseGrad}
function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor {
  return tf.tidy(() => input.sub(target).square().mean());
}`;

const halfRight = changed(
  handedOut(),
  answering(
    'fpp',
    'function fpp(a: tf.Tensor, b: tf.Tensor, t: tf.Tensor): tf.Tensor { return tf.tidy(() => a.sub(t).abs().sum().add(b.sub(t).abs().sum())); }',
  ),
  // Right, but each call leaves two tensors behind; the gradient lacks the 2.
  answering(
    'mse',
    `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return input.sub(target).square().mean(); }
function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.tidy(() => input.sub(target).div(input.size)); }`,
  ),
  // Right but for the shape, and not for errors of 1e30.
  answering(
    'l1',
    `function l1(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.tidy(() => input.sub(target).square().sqrt().mean().reshape([1])); }
function l1Grad(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.tidy(() => input.sub(target).sign().div(input.size)); }`,
  ),
  // A sum where a mean is asked for; the gradient is right.
  answering(
    'mbe',
    `function mbe(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.tidy(() => input.sub(target).sum()); }
function mbeGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.fill(input.shape, 1 / input.size); }`,
  ),
);

const old = JSON.stringify({ nbformat: 3, worksheets: [{ cells: [] }], metadata: {} });

describeInSandbox('grading in the sandbox', () => {
  let run: Outcome;

  // The machine itself answers on this port, also while this process waits for the grader.
  const server = createServer();

  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const handedIn = {
      perfect: changed(master()),
      perfecto: changed(master('es')),
      untouched: changed(handedOut()),
      half: halfRight,
      'type-error': changed(master(), answering('mse', `${right.mseGrad}\nconst wrong: string = 5;`)),
      throwing: changed(master(), answering('mse', `throw new Error('<b>antes</b>');\n${rightMse}`)),
      'throwing-after': changed(master(), answering('mse', `${rightMse}\nthrow new Error('depois');`)),
      looping: changed(master(), mseWith('while (true) {}')),
      'looping-cell': changed(master(), answering('mse', `${right.mseGrad}\nwhile (true) {}`)),
      // What throws stands many frames above the student's line.
      deep: changed(master(), mseWith('  return tf.mean(input, 5);')),
      waiting: changed(master(), answering('mse', `${right.mseGrad}\nawait new Promise(() => undefined);`)),
      // What the kernel gives each cell without an import.
      showing: changed(
        master(),
        adding('fpp', "display(1).update(2); display.html('x'); comms.open('x').send(display); const x = 1; x"),
      ),
      asking: changed(master(), answering('mse', `${right.mseGrad}\nawait input('nome?');`)),
      exiting: changed(master(), mseWith('process.exit(0);')),
      'exiting-cell': changed(master(), adding('fpp', 'process.exit(0);')),
      hog: changed(master(), mseWith('const all = []; for (;;) all.push(new Uint8Array(3e7).fill(1));')),
      bomb: changed(master(), answering('mse', `${right.mseGrad}\n${forkBomb}\nawait new Promise(() => undefined);`)),
      flood: changed(master(), mseWith("const text = 'x'.repeat(1 << 20); for (;;) require('fs').writeSync(1, text);")),
      'no-answer': changed(master(), deleting('mse')),
      'no-setup': changed(master(), deleting('setup'), deleting('language')),
      'own-setup': changed(master(), answering('setup', 'const tf = { fake: true };')),
      empty: undefined,
      garbage: '{"cells": [',
      old,
      'hostile-spy': changed(master(), adding('fpp', spy(port))),
      'hostile-patcher': changed(master(), adding('fpp', patcher), mseWith('return tf.scalar(0);')),
      'hostile-breaker': changed(handedOut(), adding('fpp', breaker)),
      'hostile-forger': changed(handedOut(), adding('fpp', forger)),
      'hostile-garbage': changed(master(), mseWith("require('fs').writeSync(3, Buffer.alloc(64, 255)); return input;")),
      'hostile-proxy': changed(
        master(),
        mseWith("return new Proxy(tf.scalar(1), { get: () => { throw new Error('getter'); } }) as tf.Tensor;"),
      ),
      'hostile-library': changed(master(), mseWith('return tf.losses.meanSquaredError(target, input) as tf.Tensor;')),
      '=HYPERLINK("x")': changed(handedOut()),
      '<img src=x onerror=alert(1)>': changed(handedOut()),
      'two\nlines, "quoted"': changed(handedOut()),
    };
    run = grade(handedIn, ['--cpu', '2', '--wall', '20', '--memory', '600'], (submissions) => {
      symlinkSync('../perfect/01-regression.ipynb', join(submissions, 'half', '99-link.ipynb'));
      writeFileSync(join(submissions, 'half', 'notes.txt'), 'x');
    });
  }, 300_000);

  afterAll(() => {
    server.close();
    removeFolder(run.folder);
  });

  const marks = (student: string): [number, string] => {
    const { score, status, max_score } = resultFor(run, student);
    expect(max_score).toBe(30);
    return [score, status];
  };

  test('ends well, whatever was handed in', () => {
    expect(run.status).toBe(0);
    expect(run.stderr).toContain('half/99-link.ipynb');
    expect(run.stderr).toContain('half/notes.txt');
  });

  test.each([
    ['perfect', 30, 'graded'],
    ['perfecto', 30, 'graded'],
    ['untouched', 0, 'graded'],
    ['half', 4 + 3 + 4 + 1, 'graded'],
    ['type-error', 24, 'not-executed'],
    ['throwing', 24, 'not-executed'],
    // What stands before the error is there for the test cell in JupyterLab too.
    ['throwing-after', 30, 'graded'],
    ['looping', 26, 'timeout'],
    ['looping-cell', 24, 'timeout'],
    ['deep', 26, 'not-executed'],
    ['waiting', 24, 'timeout'],
    ['showing', 30, 'graded'],
    // The gradient stands before what fails.
    ['asking', 26, 'not-executed'],
    ['exiting', 26, 'crashed'],
    ['exiting-cell', 30, 'graded'],
    ['hog', 26, 'crashed'],
    ['bomb', 26, 'not-executed'],
    ['flood', 26, 'crashed'],
    ['no-answer', 24, 'not-executed'],
    ['no-setup', 30, 'graded'],
    ['own-setup', 30, 'graded'],
    ['empty', 0, 'missing'],
    ['garbage', 0, 'broken'],
    ['old', 0, 'broken'],
    ['hostile-spy', 30, 'graded'],
    ['hostile-patcher', 26, 'graded'],
    ['hostile-forger', 0, 'graded'],
    ['hostile-garbage', 26, 'crashed'],
    ['hostile-proxy', 26, 'not-executed'],
    ['hostile-library', 26, 'not-executed'],
    ['=HYPERLINK("x")', 0, 'graded'],
    ['<img src=x onerror=alert(1)>', 0, 'graded'],
    ['two\nlines, "quoted"', 0, 'graded'],
  ])('%j has %d, %s', (student, score, status) => {
    expect(marks(student)).toEqual([score, status]);
  });

  test('who breaks the whole process breaks only their own', () => {
    expect(marks('hostile-breaker')[0]).toBe(0);
  });

  test('half right: points line by line', () => {
    const result = resultFor(run, 'half');
    expect(pointsOf(result, 'fpp')).toEqual({ value: 2, shape: 1, leak: 1 });
    expect(pointsOf(result, 'mse')).toEqual({ value: 2, gradient: 0, shape: 1, leak: 0 });
    expect(pointsOf(result, 'l1')).toEqual({ value: 2, gradient: 2, shape: 0, stability: 0 });
    expect(pointsOf(result, 'mbe')).toEqual({ value: 0, gradient: 1, shape: 0, leak: 0 });
    expect(pointsOf(result, 'smoothL1')).toEqual({ value: 0, gradient: 0, shape: 0, stability: 0, leak: 0 });
  });

  test('a wrong answer is told which mistake it is', () => {
    const mistakes = resultFor(run, 'half').items.flatMap(({ lines }) => lines.flatMap((line) => line.mistakes));
    expect(mistakes).toEqual(expect.arrayContaining(['mse-g2', 'mbe-4']));
  });

  test('a leak is told with its number', () => {
    const leak = resultFor(run, 'half').items[1]?.lines.find(({ line }) => line === 'leak');
    expect(leak?.message).toBe('Cada chamada de mse deixa 2 tensores a mais na memória. Use tf.tidy.');
  });

  test('a type error comes with the line and a caret', () => {
    const page = feedbackFor(run, 'type-error');
    expect(page).toContain('<pre>const wrong: string = 5;\n      ^</pre>');
    expect(page).toMatch(/Erro de tipos na linha 4: Type &#39;number&#39; is not assignable to type &#39;string&#39;/);
  });

  test('an exception is told, and escaped', () => {
    const page = feedbackFor(run, 'throwing');
    expect(page).toContain('Error: &lt;b&gt;antes&lt;/b&gt;');
    expect(page).not.toContain('<b>');
  });

  test('the spy sees and writes nothing, has no environment and no network', () => {
    const { output } = resultFor(run, 'hostile-spy');
    const line = output.split('\n').find((text) => text.startsWith('SPY ')) ?? '';
    expect(JSON.parse(line.slice(4))).toEqual([[], ['HOME', 'LOSSBOOK_BACKEND', 'PWD'], 65534, 'refused']);
  });

  test('asked losses are not there', () => {
    const line = resultFor(run, 'hostile-library').items[1]?.lines[0];
    expect(line?.message).toMatch(/tf\.losses\.meanSquaredError: não vale na correção \(célula/);
  });

  test('what stopped an answer is named', () => {
    const why = (student: string): string => resultFor(run, student).items[1]?.lines[0]?.message ?? '';
    expect(why('looping')).toContain('calculou sem parar');
    expect(why('deep')).toContain('linha 2: return tf.mean(input, 5);)');
    expect(why('waiting')).toContain('não terminou no tempo dado');
    expect(why('exiting')).toContain('encerrou o processo');
    expect(why('hog')).toContain('memória demais');
    expect(why('bomb')).toContain('Access to this API has been restricted');
    expect(why('flood')).toContain('imprimiu demais');
    expect(why('hostile-garbage')).toContain('comunicação');
  });

  test('an answer that asks the reader is told that nobody answers', () => {
    expect(feedbackFor(run, 'asking')).toContain('não há quem responda na correção');
  });

  test('locked cells come from the released exercise', () => {
    const codes = (student: string): string[] => resultFor(run, student).repairs.map(({ code }) => code);
    expect(codes('own-setup')).toEqual(['locked-changed']);
    expect(codes('no-setup')).toEqual(['locked-missing', 'locked-missing']);
    expect(codes('no-answer')).toEqual(['answer-missing']);
  });

  test('pages are in the language of the notebook', () => {
    expect(feedbackFor(run, 'perfect')).toContain('<html lang="pt-BR">');
    expect(feedbackFor(run, 'perfecto')).toContain('<html lang="es">');
  });

  test('hostile names stay text in the table and on the page', () => {
    const csv = readFileSync(join(run.out, 'grades.csv'), 'utf8');
    expect(csv.split('\n')[0]).toBe('student,exercise,score,max_score,status');
    expect(csv).toContain('"\'=HYPERLINK(""x"")",01-regression,0,30,graded\n');
    expect(csv).toContain('"two\nlines, ""quoted""",01-regression,0,30,graded\n');
    expect(feedbackFor(run, '<img src=x onerror=alert(1)>')).not.toContain('<img');
  });

  test('nothing but results is left in the folder', () => {
    expect(readdirSync(run.out).sort()).toEqual([
      '.lossbook',
      'class.html',
      'feedback',
      'grades.csv',
      'record.key',
      'record.pub',
      'records.jsonl',
      'results',
      'similar.csv',
    ]);
    expect(existsSync('/x')).toBe(false);
  });

  test('nothing of the seed is in a result', () => {
    expect(JSON.stringify(resultFor(run, 'perfect'))).not.toContain('a seed for tests');
    expect(resultFor(run, 'perfect').seed).toMatch(/^[0-9a-f]{12}$/);
    expect(cellOf(handedOut(), 'mse').id).toBe('mse');
  });
});
