import { existsSync } from 'node:fs';
import { ensureBuild } from './build.mjs';
import { ensureKernelspec } from './kernelspec.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { venvPython } from './paths.mjs';
import { findPython } from './python.mjs';
import { ensureVenv } from './venv.mjs';

/** All that the course needs to run: packages, Python environment, compiled libraries, kernel. Does only what is not done. */
export async function ensureEverything() {
  // A missing Python is said at once, not after the minute that the npm packages take.
  if (!existsSync(venvPython)) findPython();
  await ensureNodeModules();
  await ensureVenv();
  await ensureBuild();
  ensureKernelspec();
}
