import { createRequire, isBuiltin } from 'node:module';
import { inert, lesson } from './inert';
import { Loader } from './load';

const here = createRequire(__filename);
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

/** What a cell can import: what is built in, what Node.js has itself, and nothing else. */
export function importModule(name: string): unknown {
  const file = built[name];
  if (file !== undefined) return loader.load(file);
  if (Object.hasOwn(standIns, name)) return standIns[name];
  if (isBuiltin(name)) return here(name);
  throw new Error(`"${name}": não vale na correção / no se permite en la corrección`);
}
