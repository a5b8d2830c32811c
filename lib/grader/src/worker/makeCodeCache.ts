/** Writes V8's code cache of the modules of a runtime folder, its argument. It runs outside of the sandbox and no student's code. */
import { randomBytes } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import type * as tf from '@tensorflow/tfjs-core';
import type * as wasm from '@tensorflow/tfjs-backend-wasm';
import { codeCacheOf, Loader } from './load';

const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: node makeCodeCache.js FOLDER');

/** The cache has the functions that have run: those that every worker needs. */
async function run(loader: Loader): Promise<void> {
  const core = loader.load('./tfjs.js') as typeof tf;
  (loader.load('./wasm.js') as typeof wasm).setWasmPaths(`${String(folder)}/`);
  if (!(await core.setBackend('wasm'))) throw new Error('the WASM backend of TensorFlow.js did not start');
  loader.load('./lossbook.js');
  core.tidy(() => core.mean(core.square(core.sub(core.tensor([1, 2]), 1))).dataSync());
}

const loader = new Loader(folder);
void run(loader).then(() => {
  for (const [path, script] of loader.scripts) {
    const half = `${path}.${randomBytes(6).toString('hex')}`;
    writeFileSync(half, script.createCachedData());
    renameSync(half, codeCacheOf(path));
  }
  process.exit(0);
});
