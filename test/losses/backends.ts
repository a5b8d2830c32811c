import { ready } from '../../lib/losses/src/index';
import { cpu } from '../../lib/losses/src/core/backend/cpu';
import { tensorflow } from '../../lib/losses/src/core/backend/tensorflow';
import { wasm } from '../../lib/losses/src/core/backend/wasm';
import '@tensorflow/tfjs';

/** Describes the same thing on each backend that this machine has; `npm run doctor` says which it lacks and why. */
export function onEachBackend(what: string, tests: (backend: string) => void): void {
  delete process.env.LOSSBOOK_BACKEND;
  for (const { name, missing } of [wasm, cpu, tensorflow('CPU')]) {
    if (missing()) continue;
    describe(`${what} on ${name}`, () => {
      beforeAll(() => ready(name));
      tests(name);
    });
  }
}
