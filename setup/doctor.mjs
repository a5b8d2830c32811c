// npm run doctor: what is there and what is not. It repairs what it can first, and says what it could not.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { ensureKernelspec } from './kernelspec.mjs';
import { runMain, say, SetupError } from './language.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { root, venv, venvPython } from './paths.mjs';
import { findPython } from './python.mjs';
import { ensureVenv } from './venv.mjs';

const require = createRequire(import.meta.url);
let missing = 0;

/**
 * @param {'✓' | '✗' | '–'} sign – is for what a machine may lack
 * @param {string} name
 * @param {string} detail
 */
function report(sign, name, detail) {
  console.log(`${sign} ${name.padEnd(22)} ${detail}`);
}

/**
 * Reports what a look finds; what it throws is the reason why the part is missing.
 *
 * @param {string} name
 * @param {() => string | Promise<string>} look
 */
async function examine(name, look) {
  try {
    report('✓', name, await look());
  } catch (error) {
    missing++;
    report('✗', name, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error));
  }
}

/** @param {string} command @param {string[]} args */
function firstLine(command, args) {
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')}: exit ${status}`);
  return stdout.trim().split('\n')[0] ?? '';
}

await runMain(async () => {
  report('✓', 'Node', `${process.versions.node} (${process.execPath})`);
  await examine('Python', () => {
    const { command, version } = findPython();
    return `${version} (${command})`;
  });
  await examine('node_modules', async () => {
    await ensureNodeModules();
    return `TensorFlow.js ${require('@tensorflow/tfjs/package.json').version}, tslab ${require('tslab/package.json').version}`;
  });
  await examine('.venv', async () => {
    await ensureVenv();
    return `JupyterLab ${firstLine(venvPython, ['-m', 'jupyterlab', '--version'])}`;
  });
  await examine(say({ pt: 'bibliotecas', es: 'bibliotecas', en: 'libraries' }), async () => {
    await ensureBuild();
    return 'lib/*/dist';
  });
  await examine('kernel', () => {
    ensureKernelspec();
    const file = join(venv, 'share', 'jupyter', 'kernels', 'tslab', 'kernel.json');
    return `${JSON.parse(readFileSync(file, 'utf8')).display_name} (${file})`;
  });
  if (existsSync(join(root, 'lib', 'losses', 'dist'))) {
    const { backends } = require(join(root, 'lib', 'losses'));
    for (const { name, available, detail } of await backends())
      report(available ? '✓' : '–', `backend ${name}`, detail);
  }
  await examine('sandbox', () => {
    const { findSandbox } = require(join(root, 'lib', 'grader'));
    return findSandbox(root).name;
  });
  await examine(say({ pt: 'navegador', es: 'navegador', en: 'browser' }), () => {
    const { findChromium } = require(join(root, 'lib', 'course'));
    const chromium = findChromium();
    if (!chromium) throw new Error(say({ pt: 'nenhum Chromium', es: 'ningún Chromium', en: 'no Chromium' }));
    return `${firstLine(chromium, ['--version'])} (${chromium})`;
  });
  if (missing > 0) throw new SetupError(`${missing} ✗`);
  return 0;
});
