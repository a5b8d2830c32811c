import * as lossbook from 'lossbook';
import { findBubblewrap, runtimeFor, SandboxProcess } from 'lossbook-grader';
import { defaultLimits } from '../../../lib/grader/src/sandbox/limits';
import { root } from '../support/exercise';
import { describeInSandbox, emptyFolder, removeFolder } from '../support/grading';

const cache = emptyFolder();
afterAll(() => {
  removeFolder(cache);
});

test('a name that is nowhere is a mistake of the oracle', async () => {
  for (const name of ['tf.sofftmax', 'lossbook.mseLosss', 'mathjs.mean']) {
    await expect(runtimeFor(root, [name], cache)).rejects.toThrow(`An oracle forbids ${name}`);
  }
});

describeInSandbox('all of the library', () => {
  let process: SandboxProcess;
  beforeAll(async () => {
    const { folder } = await runtimeFor(root, ['lossbook.losses'], cache);
    process = new SandboxProcess(findBubblewrap(root), folder, { ...defaultLimits, wallSeconds: 60 });
    await process.request({ do: 'start' });
  }, 120_000);
  afterAll(() => process.end());

  const run = async (javascript: string): Promise<unknown> =>
    process.request({ do: 'run', filename: 'cell 1', javascript, awaits: true });

  test('is every name that it exports but its backends', async () => {
    const refused: string[] = [];
    for (const name of Object.keys(lossbook)) {
      const reply = await run(`const { ${name}: f } = require('lossbook'); try { new f(); } catch { f([1], [1]); }`);
      const error = (reply as { error?: { message: string } }).error?.message ?? '';
      if (/^lossbook\.\w+: não vale na correção/.test(error)) refused.push(name);
    }
    expect(Object.keys(lossbook).filter((name) => !refused.includes(name))).toEqual(['backends', 'ready']);
  });

  test('leaves the backends', async () => {
    expect(await run("await require('lossbook').ready();")).not.toHaveProperty('error');
  });
});

describeInSandbox('an operation of TensorFlow.js that an exercise asks for', () => {
  let process: SandboxProcess;
  beforeAll(async () => {
    const { folder } = await runtimeFor(root, ['tf.softmax', 'tf.logSoftmax'], cache);
    process = new SandboxProcess(findBubblewrap(root), folder, { ...defaultLimits, wallSeconds: 60 });
    await process.request({ do: 'start' });
  }, 120_000);
  afterAll(() => process.end());

  const run = async (expression: string): Promise<unknown> => {
    const javascript = `const tf = require('@tensorflow/tfjs'); const x = tf.tensor1d([1, 2]); ${expression};`;
    return process.request({ do: 'run', filename: 'cell 1', javascript, awaits: false });
  };

  test.each([
    ['tf.softmax(x)', 'tf.softmax'],
    ['x.softmax()', 'tf.softmax'],
    ['tf.logSoftmax(x)', 'tf.logSoftmax'],
    ['x.logSoftmax()', 'tf.logSoftmax'],
    ["require('@tensorflow/tfjs-core').softmax(x)", 'tf.softmax'],
  ])('%s says that it does not count', async (expression, name) => {
    const message = `${name}: não vale na correção / no se permite en la corrección`;
    expect(await run(expression)).toMatchObject({ error: { message } });
  });

  test('is not found among the kernels', async () => {
    for (const backend of ['wasm', 'cpu']) {
      await run(`tf.setBackend('${backend}')`);
      const direct = await run("tf.engine().runKernel('Softmax', { logits: x }, { dim: 0 })");
      expect(direct).toMatchObject({ error: { message: expect.stringContaining('Softmax') as string } });
    }
  });

  test('others are there', async () => {
    expect(await run('tf.exp(x).div(tf.exp(x).sum())')).not.toHaveProperty('error');
  });
});
