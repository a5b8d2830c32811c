import { readFileSync, statSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { CodeCache } from './code-cache';

/**
 * Loads TypeScript with what V8 made of it in an earlier kernel, which takes a third of the time; whoever requires it from then
 * on gets this one.
 * @returns to be called once TypeScript has done some work: keeps what V8 has made of it by then, unless it is kept already
 */
function loadTypeScript(): () => void {
  const file = require.resolve('typescript');
  const { size, mtimeMs } = statSync(file);
  const name = `typescript-${size}-${Math.round(mtimeMs)}-${process.version}-${process.arch}.v8`;
  const cache = new CodeCache(name, path.resolve(file, '../../..'));
  const cachedData = cache.read();
  // It is plain ASCII, and read faster as such.
  const script = new vm.Script(Module.wrap(readFileSync(file, 'latin1')), {
    filename: file,
    ...(cachedData && { cachedData }),
  });
  const module = new Module(file);
  module.filename = file;
  const run = script.runInThisContext() as (...args: unknown[]) => void;
  run.call(module.exports, module.exports, createRequire(file), module, file, path.dirname(file));
  module.loaded = true;
  require.cache[file] = module;
  // What was read is not referred to from here on, or its memory would not be freed.
  let isKept = cachedData !== undefined && script.cachedDataRejected !== true;
  return () => {
    if (isKept) return;
    isKept = true;
    cache.write(script.createCachedData());
  };
}

/** TypeScript is loaded when this module is: it must be imported before whatever imports TypeScript. */
export const keepCode = loadTypeScript();
