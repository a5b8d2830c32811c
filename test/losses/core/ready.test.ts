import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Candidate } from '../../../lib/losses/src/core/backend/candidate';
import type { BackendReport } from '../../../lib/losses/src/core/backend/backends';
import { choose } from '../../../lib/losses/src/core/backend/choose';

const root = join(__dirname, '../../..');

/** A process of its own: what a backend does to a process, and which one is chosen first, shows only in a fresh one. */
function run(code: string, backend?: string, more: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, LOSSBOOK_BACKEND: backend, ...more };
  const main = `(async () => { ${code} })().catch((error) => console.log(error.name + ': ' + error.message));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', main], { cwd: root, env, encoding: 'utf8' });
  return { stdout: stdout.trim(), stderr };
}

const show = `const { ready } = require('lossbook'); console.log(await ready());`;

describe('ready', () => {
  test('prints one line with the name and the device, and nothing else', () => {
    const { stdout, stderr } = run(show);
    expect(stdout).toMatch(
      /^(wasm \(.+, (no )?SIMD, \d+ threads?\)|webgpu \((?!.*software).+\)|tensorflow \(GPU.*\))$/,
    );
    expect(stderr).toBe('');
  });

  test('LOSSBOOK_BACKEND forces a backend, against the argument too', () => {
    const code = `const { ready } = require('lossbook'); const { name } = await ready('wasm'); console.log(name, require('@tensorflow/tfjs').getBackend());`;
    expect(run(code, 'cpu').stdout).toBe('cpu cpu');
    expect(run(code, '').stdout).toBe('wasm wasm');
  });

  test('the plain backend computes without an advertisement, with and without the rest of TensorFlow.js', () => {
    const code = `const { ready, mseLoss } = require('lossbook'); await ready('cpu'); console.log(mseLoss([3], [1]).dataSync()[0]);`;
    expect(run(code)).toEqual({ stdout: '4', stderr: '' });
    expect(run(`require('@tensorflow/tfjs'); ${code}`)).toEqual({ stdout: '4', stderr: '' });
  });

  test('the WASM backend leaves the process its own handling of errors', () => {
    const code = `
      const own = () => {}; process.on('unhandledRejection', own);
      const { ready } = require('lossbook'); await ready('wasm'); await ready('wasm');
      console.log(process.listeners('unhandledRejection').length, process.listeners('uncaughtException').length,
        process.listeners('unhandledRejection')[0] === own);`;
    expect(run(code)).toEqual({ stdout: '1 0 true', stderr: '' });
  });

  test('an unknown backend is named, and those that there are', () => {
    const { stdout } = run(show, 'cuda');
    expect(stdout).toMatch(
      /^RangeError: ready: there is no backend 'cuda'; this machine has (tensorflow, )?(webgpu, )?wasm, cpu(, webgpu)?$/,
    );
  });

  test('WebGPU in software is for those who ask for it; then it computes, and the process ends', () => {
    const software = { VK_ICD_FILENAMES: '/usr/lib/chromium/vk_swiftshader_icd.json' };
    const code = `
      const { ready, mseLoss } = require('lossbook'); console.log(await ready('webgpu'));
      console.log((await mseLoss([3], [1]).data())[0]);`;
    const { stdout, stderr } = run(code, undefined, software);
    expect(run(show, undefined, software).stdout).not.toContain('software');
    if (/^Error: ready: the backend 'webgpu' does not work here: .*(package|Vulkan|adapter)/.test(stdout)) return;
    expect(stdout).toMatch(/^webgpu \(.+\)\n4$/);
    expect(stderr).toBe('');
  });

  test('a loss works with no call of ready where a backend is registered', () => {
    const code = `const tf = require('@tensorflow/tfjs'); const { mseLoss } = require('lossbook'); console.log(tf.add(mseLoss([3], [1]), 1).dataSync()[0]);`;
    expect(run(code).stdout).toBe('5');
  });
});

test('backends tells of each what it runs on or why it does not work, and leaves the current one', () => {
  const code = `
    const tf = require('@tensorflow/tfjs'); const { backends, ready } = require('lossbook'); await ready('wasm');
    const reports = await backends();
    console.log(JSON.stringify({ reports, backend: tf.getBackend() }));`;
  const { reports, backend } = JSON.parse(run(code).stdout) as { reports: BackendReport[]; backend: string };
  expect(backend).toBe('wasm');
  expect(reports.map(({ name }) => name)).toEqual(['tensorflow', 'webgpu', 'wasm', 'cpu']);
  expect(reports[2]).toEqual({ name: 'wasm', available: true, detail: expect.stringContaining('SIMD') as string });
  expect(reports[3]?.available).toBe(true);
  if (!reports[0]?.available) expect(reports[0]?.detail).toMatch(/addon|package|GPU|start/);
});

describe('the choice', () => {
  const works = (name: string, device = name): Candidate => ({
    name,
    missing: () => undefined,
    open: () => Promise.resolve(device),
  });
  const breaks = (name: string): Candidate => ({
    ...works(name),
    open: () => Promise.reject(new Error(`${name} broke`)),
  });
  const lacks = (name: string): Candidate => ({ ...breaks(name), missing: () => `${name} is not installed` });

  test('takes the first that works', async () => {
    expect(await choose([lacks('a'), breaks('b'), works('c'), works('d')])).toEqual({ name: 'c', device: 'c' });
  });

  test('takes the first that works of the wanted name', async () => {
    const candidates = [breaks('native'), works('wasm'), works('native', 'CPU')];
    expect(await choose(candidates, 'native')).toEqual({ name: 'native', device: 'CPU' });
  });

  test('takes some only when they are wanted', async () => {
    const candidates = [{ ...works('slow'), onlyWhenWanted: true }, works('cpu')];
    expect((await choose(candidates)).name).toBe('cpu');
    expect((await choose(candidates, 'slow')).name).toBe('slow');
  });

  test('does not open what is missing', async () => {
    const open = jest.fn();
    await choose([{ ...lacks('a'), open }, works('b')]);
    expect(open).not.toHaveBeenCalled();
  });

  test('tells why a wanted one does not work, and what there is', async () => {
    await expect(choose([lacks('a'), works('b'), works('c')], 'a')).rejects.toThrow(
      "ready: the backend 'a' does not work here: a is not installed; this machine has b, c",
    );
  });

  test('tells all reasons when nothing works', async () => {
    await expect(choose([lacks('a'), breaks('b')])).rejects.toThrow(
      'ready: no backend works here: a is not installed; b broke',
    );
  });
});
