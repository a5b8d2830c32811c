import { isBuiltin } from 'node:module';
import { inBoth, refusals } from '../runtime/refusals';
import { inert, lesson } from './inert';
import { builtin, Loader } from './load';

const loader = new Loader(__dirname);

/** Modules that the grader has built into the runtime folder; each is read when first imported. */
const built: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs': './tfjs.js',
  '@tensorflow/tfjs-core': './tfjs.js',
  '@tensorflow/tfjs-backend-wasm': './wasm.js',
  lossbook: './lossbook.js',
  mathjs: './mathjs.js',
};

const standIns: Readonly<Record<string, unknown>> = { 'lossbook-lesson': lesson, tslab: inert };

/** Where the modules lie that are not loaded yet; without it, beside this file. */
export function readModulesFrom(folder: string): void {
  loader.folder = folder;
}

/** What a cell can import: what is built in, what Node.js has itself, and nothing else. */
export function importModule(name: string): unknown {
  const file = built[name];
  if (file !== undefined) return loader.load(file);
  if (Object.hasOwn(standIns, name)) return standIns[name];
  if (isBuiltin(name)) return builtin(name);
  throw new Error(`"${name}": ${inBoth(refusals.notAllowed)}`);
}
