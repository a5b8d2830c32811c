import { ready } from '../../lib/losses/src/index';
import { cpu } from '../../lib/losses/src/core/backend/cpu';
import { tensorflow } from '../../lib/losses/src/core/backend/tensorflow';
import { wasm } from '../../lib/losses/src/core/backend/wasm';
import { webgpu } from '../../lib/losses/src/core/backend/webgpu';
import '@tensorflow/tfjs';

const tested = [wasm, cpu, tensorflow('CPU')];

/** WebGPU is slow in software, and WGSL promises neither NaN nor the last digits of exp and log: only on demand. */
if (process.env.LOSSBOOK_TEST_WEBGPU) tested.push(webgpu('software'));

/**
 * Describes the same thing on each backend that this machine has; `npm run doctor` says which it lacks and why.
 * WebGPU has no `dataSync`, so tests read tensors with `await x.data()`.
 */
export function onEachBackend(what: string, tests: (backend: string) => void): void {
  delete process.env.LOSSBOOK_BACKEND;
  for (const { name, missing } of tested) {
    if (missing()) continue;
    describe(`${what} on ${name}`, () => {
      beforeAll(() => ready(name));
      tests(name);
    });
  }
}
