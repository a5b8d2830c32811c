import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build, type BuildOptions, type Plugin, type StdinOptions } from 'esbuild';
import type { Forbidden } from './forbidden';
import { forbiddenOps, withoutKernels } from './forbiddenOps';
import { tellingLedger } from './tellingLedger';
import { unavailableExports, unavailableModule } from './unavailable';

/** Where the things lie that go into a runtime folder. */
export interface Sources {
  readonly root: string;
  readonly lossbook: string;
  /** The folder of the process in the sandbox. */
  readonly worker: string;
}

/** Packages that are bundled apart, so that there is one TensorFlow.js whoever imports it. */
const apart: Readonly<Record<string, string>> = {
  '@tensorflow/tfjs': './tfjs.js',
  '@tensorflow/tfjs-core': './tfjs.js',
  '@tensorflow/tfjs-backend-wasm': './wasm.js',
};

/** So that no function shows its caller or its arguments to what it calls. */
const strict = { js: "'use strict';" };

/** Writes the JavaScript files of a runtime folder: the worker, TensorFlow.js, its WASM backend, lossbook and mathjs. */
export async function bundleInto(folder: string, sources: Sources, forbidden: Forbidden): Promise<void> {
  const options: BuildOptions = {
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minifyWhitespace: true,
    minifySyntax: true,
    absWorkingDir: sources.root,
    outdir: folder,
    logLevel: 'silent',
  };
  const from = (contents: string): StdinOptions => ({ contents, resolveDir: sources.root, loader: 'js' });
  const withoutLosses = forbidden.tfLosses ? [noTensorFlowLosses] : [];
  await Promise.all([
    build({
      ...options,
      stdin: from(tensorFlow(sources.root, forbidden)),
      entryNames: 'tfjs',
      // The union's own name leads to core, so that its parts share one engine.
      alias: { '@tensorflow/tfjs': '@tensorflow/tfjs-core' },
      mainFields: ['module', 'main'],
      plugins: [tellingLedger, forbiddenOps(forbidden.tfOps), ...withoutLosses],
      banner: strict,
    }),
    build({
      ...options,
      stdin: from(`export * from '@tensorflow/tfjs-backend-wasm';\n${withoutKernels(forbidden.tfOps, 'wasm')}`),
      entryNames: 'wasm',
      mainFields: ['module', 'main'],
      plugins: [linkApart(['@tensorflow/tfjs-backend-wasm'])],
    }),
    build({
      ...options,
      entryPoints: { lossbook: join(sources.lossbook, 'index.js') },
      external: ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-backend-webgpu', 'webgpu'],
      plugins: [linkApart([]), noForbiddenLosses(forbidden)],
    }),
    build({ ...options, entryPoints: { worker: join(sources.worker, 'main.js') }, banner: strict }),
    // Node.js runs it as no module.
    build({
      ...options,
      entryPoints: { snapshot: join(sources.worker, 'snapshot.js') },
      format: 'iife',
      banner: strict,
    }),
    build({ ...options, stdin: from("export * from 'mathjs';"), entryNames: 'mathjs' }),
  ]);
}

/** TensorFlow.js as its own package puts it together, without what an exercise forbids and what a sandbox has no use for. */
function tensorFlow(root: string, { tfLosses, tfOps }: Forbidden): string {
  const parts = [
    "export * from '@tensorflow/tfjs-core';",
    "import '@tensorflow/tfjs-core/dist/register_all_gradients';",
    "import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';",
    "export * from '@tensorflow/tfjs-backend-cpu';",
    withoutKernels(tfOps, 'cpu'),
  ];
  if (!tfLosses) parts.push("export * from '@tensorflow/tfjs-layers';");
  return [...parts, unavailableExports('tf', namesNotIn(root, tfLosses))].join('\n');
}

/** Names of the whole package that the bundle lacks, so that using one says why. */
function namesNotIn(root: string, withoutLayers: boolean): string[] {
  const load = createRequire(join(root, 'package.json'));
  const names = (id: string): string[] => Object.keys(load(id) as object);
  const there = ['@tensorflow/tfjs-core', '@tensorflow/tfjs-backend-cpu'];
  if (!withoutLayers) there.push('@tensorflow/tfjs-layers');
  const known = new Set(there.flatMap(names));
  return names('@tensorflow/tfjs').filter((name) => !known.has(name) && name !== '__esModule' && name !== 'default');
}

/** Leaves imports of packages that are bundled apart to run time. */
function linkApart(except: readonly string[]): Plugin {
  return {
    name: 'apart',
    setup(builder) {
      builder.onResolve({ filter: /^@tensorflow\// }, ({ path }) => {
        const file = apart[path];
        return file === undefined || except.includes(path) ? undefined : { path: file, external: true };
      });
    },
  };
}

const noTensorFlowLosses: Plugin = {
  name: 'no tf.losses',
  setup(builder) {
    builder.onLoad({ filter: /tfjs-core[\\/]dist[\\/]ops[\\/]losses[\\/]\w+\.js$/ }, ({ path }) => {
      const names = [...readFileSync(path, 'utf8').matchAll(/^export const (\w+)/gm)].map((match) => match[1] ?? '');
      return { contents: unavailableExports('tf.losses', names), loader: 'js' };
    });
  },
};

function noForbiddenLosses({ lossbookFiles }: Forbidden): Plugin {
  return {
    name: 'no forbidden losses',
    setup(builder) {
      builder.onLoad({ filter: /\.js$/ }, ({ path }) =>
        lossbookFiles.has(path) ? { contents: unavailableModule('lossbook'), loader: 'js' } : undefined,
      );
    },
  };
}
