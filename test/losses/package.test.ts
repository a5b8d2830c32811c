import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from '@tslab/typescript-for-tslab';

const root = join(__dirname, '../..');

describe('the package', () => {
  test('resolves from the root, its package.json too, and shares the engine of @tensorflow/tfjs', () => {
    const code = `
      const tf = require('@tensorflow/tfjs'); const { mseLoss, ready } = require('lossbook');
      console.log(require('lossbook/package.json').name, 'exports' in require('lossbook/package.json'));
      ready('cpu').then(() => {
        const loss = mseLoss(tf.tensor1d([3]), tf.tensor1d([1]));
        console.log(loss instanceof tf.Tensor, loss.add(1).arraySync());
      });`;
    expect(execFileSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' })).toBe(
      'lossbook false\ntrue 5\n',
    );
  });

  test('loads no backend, prints nothing and handles no errors until it is asked', () => {
    const code = `
      require('lossbook');
      console.log(Object.keys(require.cache).filter((f) => /tfjs-(backend|node)/.test(f)).length, process.eventNames().filter((e) => /^un/.test(e)));`;
    expect(execFileSync(process.execPath, ['-e', code], { cwd: root, encoding: 'utf8' })).toBe('0 []\n');
  });
});

/** The TypeScript 5.0 inside tslab, with the options that matter there. */
function check(code: string, strict: boolean): string[] {
  const file = join(root, 'notebooks/cell.ts');
  const options: ts.CompilerOptions = {
    strict,
    noEmit: true,
    target: ts.ScriptTarget.ES2021,
    module: ts.ModuleKind.CommonJS,
    moduleResolution: ts.ModuleResolutionKind.Node10,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.fileExists = (name) => name === file || disk.fileExists(name);
  host.readFile = (name) => (name === file ? code : disk.readFile(name));
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ES2021) : disk.getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  const ours = program
    .getSourceFiles()
    .filter(({ fileName }) => fileName === file || fileName.includes('lib/losses/dist'));
  return ours
    .flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the types, as TypeScript 5.0 of tslab reads them', () => {
  test('the declarations are built', () => {
    expect(
      readdirSync(join(root, 'lib/losses/dist/regression')).filter((f) => f.endsWith('.d.ts')).length,
    ).toBeGreaterThan(4);
    expect(existsSync(join(root, 'lib/losses/dist/index.d.ts'))).toBe(true);
  });

  test.each([false, true])('the uses of a lesson compile (strict: %s)', (strict) => {
    const code = `
      import * as tf from '@tensorflow/tfjs';
      import { ready, mseLoss, huberLoss, MSELoss, TensorLike, Reduction } from 'lossbook';
      async function start() { const { name, device } = await ready(); console.log(name, device); }
      const x = tf.variable(tf.tensor1d([1, 2]));
      tf.train.sgd(0.1).minimize(() => mseLoss(x, [0, 0]));
      tf.train.sgd(0.1).minimize(() => huberLoss(x, [0, 0], { delta: 2, reduction: 'sum' }));
      const none: tf.Tensor = mseLoss([[1, 2]], [[0, 0]], { reduction: 'none' });
      const slope = tf.grad((input: tf.Tensor) => mseLoss(input, [0, 0]));
      const scalar: tf.Scalar = new MSELoss({ reduction: 'sum', weight: x }).call(x, new Float32Array(2));
      function any(r: Reduction, a: TensorLike): tf.Tensor { return mseLoss(a, 1, { reduction: r }); }
      export { start, none, slope, scalar, any };`;
    expect(check(code, strict)).toEqual([]);
  });

  test.each([
    ["mseLoss([1], [1], { reduction: 'avg' })", `Type '"avg"' is not assignable`],
    ['mseLoss([1], [1], { delta: 1 })', "'delta' does not exist"],
    ["const s: tf.Scalar = mseLoss([1], [1], { reduction: 'none' })", "is not assignable to type 'Scalar'"],
    ["mseLoss(['one'], [1])", "Type 'string' is not assignable"],
  ])('%s is an error', (code, message) => {
    const errors = check(`import * as tf from '@tensorflow/tfjs'; import { mseLoss } from 'lossbook'; ${code};`, true);
    expect(errors.join('\n')).toContain(message);
  });
});
