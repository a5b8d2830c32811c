import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { standIn } from './unavailable';

/**
 * Makes TensorFlow.js say of some of its operations that they do not count. Who gets them by another name, such as the method
 * of a tensor or an operation that is made of them, gets the same.
 * @param ops names by the file that exports them
 */
export function forbiddenOps(ops: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'forbidden operations',
    setup(builder) {
      builder.onLoad({ filter: /tfjs-core[\\/]dist[\\/]ops[\\/]\w+\.js$/ }, ({ path }) => {
        const name = ops.get(path);
        if (name === undefined) return undefined;
        const text = readFileSync(path, 'utf8').replace(`export const ${name} =`, `const ${name}WithoutLimits =`);
        const forbidden = `export const ${name} = unavailable(${JSON.stringify(`tf.${name}`)});`;
        return { contents: [text, standIn, forbidden].join('\n'), loader: 'js' };
      });
    },
  };
}

/** JavaScript that takes the operations' kernels off a backend, since `tf.engine().runKernel` would find them. */
export function withoutKernels(ops: ReadonlyMap<string, string>, backend: string): string {
  const kernels = [...ops.values()].map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
  return `import { getKernel, unregisterKernel } from '@tensorflow/tfjs-core';
for (const name of ${JSON.stringify(kernels)}) if (getKernel(name, '${backend}')) unregisterKernel(name, '${backend}');`;
}
