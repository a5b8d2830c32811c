import type { Sandbox } from './sandbox';
import { underLimits } from './shell';

/** Runs commands without a sandbox, for a machine that has none and submissions that are trusted. */
export const unsafeSandbox: Sandbox = {
  name: 'none',
  hasThisNode: true,
  launch: (_runtime, nodeArguments, limits) => ({
    argv: underLimits(limits, [process.execPath, ...nodeArguments]),
    environment: { LOSSBOOK_BACKEND: 'wasm' },
  }),
  runtimeInside: (runtime) => runtime,
};
