import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

/** Jest has modules of its own, so what depends on Node's is tried in a process of its own. */
function node(script: string): unknown {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

test('the library loads without loading tslab', () => {
  const loaded = node(`
    require('lossbook-lesson');
    console.log(JSON.stringify(Object.keys(require.cache).filter((path) => path.includes('tslab'))));
  `);
  expect(loaded).toEqual([]);
});

test('check without a language says what to do in both, and does not throw', () => {
  const said = node(`
    const { check } = require('lossbook-lesson');
    const lines = [];
    const { log } = console;
    console.log = (line) => lines.push(line);
    check('mse');
    log(JSON.stringify(lines));
  `);
  expect(said).toEqual([expect.stringMatching(/^✗ Execute primeiro .* \/\s+Ejecuta\s+primero\s/s)]);
});

test('in the course’s kernel, bundles go through the function that it has for them', () => {
  const sent = node(`
    require('tslab/dist/jupyter.js').lastWriteDisplayData = () => { throw new Error('that of tslab'); };
    const sent = [];
    globalThis[Symbol.for('lossbook.display')] = (message, update) => sent.push({ message, update });
    require('lossbook-lesson').table([{ a: 1 }], { caption: 'c' });
    console.log(JSON.stringify(sent));
  `);
  expect(sent).toMatchObject([{ update: false, message: { data: { 'text/plain': 'c\na\n1' }, transient: {} } }]);
});

test('show sends one bundle through the function of the tslab that is loaded', () => {
  const sent = node(`
    const jupyter = require('tslab/dist/jupyter.js');
    const sent = [];
    const { show, table } = require('lossbook-lesson');
    show({ data: [] }, { alt: 'before there is a cell' });
    jupyter.lastWriteDisplayData = (message, update) => sent.push({ message, update });
    show({ data: [{ y: [1] }] }, { alt: 'one point at one' });
    table([{ a: 1 }], { caption: 'c' });
    console.log(JSON.stringify(sent));
  `);
  expect(sent).toMatchObject([
    {
      update: false,
      message: {
        data: {
          'application/vnd.plotly.v1+json': { data: [{ y: [1] }], layout: { height: 420 } },
          'text/plain': 'one point at one',
        },
        metadata: { 'image/png': { alt: 'one point at one' } },
        transient: {},
      },
    },
    { update: false, message: { data: { 'text/plain': 'c\na\n1' } } },
  ]);
});
