import { env, setBackend } from '@tensorflow/tfjs-core';
import type * as Wasm from '@tensorflow/tfjs-backend-wasm';
import type { Candidate } from './candidate';
import { processor } from './processor';

/** WebAssembly: needs nothing but its npm package. */
export const wasm: Candidate = {
  name: 'wasm',

  missing() {
    try {
      require.resolve('@tensorflow/tfjs-backend-wasm');
      return undefined;
    } catch {
      return 'the package @tensorflow/tfjs-backend-wasm is not installed';
    }
  },

  async open() {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when needed, and a bundler sees it
    const { getThreadsCount } = require('@tensorflow/tfjs-backend-wasm') as typeof Wasm;
    const removeNewListeners = rememberListeners();
    const works = await setBackend('wasm');
    removeNewListeners();
    if (!works) {
      throw new Error('it failed to start');
    }
    const simd = (await env().getAsync('WASM_HAS_SIMD_SUPPORT')) ? 'SIMD' : 'no SIMD';
    const threads = getThreadsCount();
    return `${processor()}, ${simd}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
  },
};

/**
 * The WASM backend makes every unhandled rejection of the process fatal, and throws uncaught exceptions anew.
 * How a process meets its errors is not a loss library's to decide, so these handlers go.
 */
function rememberListeners(): () => void {
  const exception = process.listeners('uncaughtException');
  const rejection = process.listeners('unhandledRejection');
  return () => {
    for (const listener of process.listeners('uncaughtException')) {
      if (!exception.includes(listener)) process.off('uncaughtException', listener);
    }
    for (const listener of process.listeners('unhandledRejection')) {
      if (!rejection.includes(listener)) process.off('unhandledRejection', listener);
    }
  };
}
