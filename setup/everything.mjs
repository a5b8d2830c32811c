import { ensureBuild } from './build.mjs';
import { ensureKernelspec } from './kernelspec.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { ensureVenv } from './venv.mjs';

/** All that the course needs to run: packages, Python environment, compiled libraries, kernel. Does only what is not done. */
export async function ensureEverything() {
  await ensureNodeModules();
  await ensureVenv();
  await ensureBuild();
  ensureKernelspec();
}
