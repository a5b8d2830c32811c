import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backend, setBackend } from '@tensorflow/tfjs-core';
import type { Candidate } from './candidate';
import { processor } from './processor';

const PACKAGE = '@tensorflow/tfjs-node-gpu';

/** The native TensorFlow library; the same addon computes on a GPU where there is one, else on the processor. */
export const tensorflow = (device: 'GPU' | 'CPU'): Candidate => ({
  name: 'tensorflow',

  missing() {
    try {
      const addon = join(dirname(require.resolve(`${PACKAGE}/package.json`)), 'lib/napi-v8/tfjs_binding.node');
      return existsSync(addon) ? undefined : `the native addon of ${PACKAGE} is not built: npm run native`;
    } catch {
      return `the package ${PACKAGE} is not installed`;
    }
  },

  async open() {
    adaptNode();
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- its addon may be absent, so it can't be imported above
    require(PACKAGE);
    if (!(await setBackend('tensorflow'))) {
      throw new Error('it failed to start');
    }
    const { isUsingGpuDevice } = backend() as unknown as { isUsingGpuDevice: boolean };
    if (device === 'GPU' && !isUsingGpuDevice) {
      throw new Error('it sees no GPU');
    }
    return isUsingGpuDevice ? 'GPU' : processor();
  },
});

/** Two of Node's functions that the package calls are gone in Node 23, and warn before; TensorFlow tells of itself. */
function adaptNode(): void {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- what is imported above cannot be changed
  const util = require('node:util') as Record<string, unknown>;
  util.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  util.isArray = Array.isArray;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
}
