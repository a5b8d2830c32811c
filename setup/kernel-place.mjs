import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, win32, posix } from 'node:path';
import { findPython } from './python.mjs';

/**
 * Where Jupyter looks for a user's own kernels.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {string} home
 */
export function userDataFolder(env, platform, home) {
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR;
  if (platform === 'darwin') return posix.join(home, 'Library', 'Jupyter');
  if (platform === 'win32') return win32.join(env.APPDATA || win32.join(home, 'AppData', 'Roaming'), 'jupyter');
  return posix.join(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'jupyter');
}

/**
 * The folder of a kernelspec: the user's, a prefix's, or that of the Python that is active.
 *
 * @param {{ user: boolean, prefix: string | undefined }} place
 * @param {string} name
 */
export function kernelFolder({ user, prefix }, name) {
  const data = user
    ? userDataFolder(process.env, process.platform, homedir())
    : join(prefix ?? activePrefix(), 'share', 'jupyter');
  return join(data, 'kernels', name);
}

function activePrefix() {
  const { command, args } = findPython();
  return spawnSync(command, [...args, '-c', 'import sys; print(sys.prefix)'], { encoding: 'utf8' }).stdout.trim();
}

/**
 * Whose kernelspec is in the folder.
 *
 * @param {string} folder
 * @returns {'nobody' | 'us' | 'another'}
 */
export function owner(folder) {
  if (!existsSync(folder)) return 'nobody';
  try {
    const { argv } = JSON.parse(readFileSync(join(folder, 'kernel.json'), 'utf8'));
    const ours = argv.some((/** @type {unknown} */ word) =>
      /[\\/]lib[\\/]kernel[\\/]dist[\\/]main\.js$/.test(String(word)),
    );
    return ours ? 'us' : 'another';
  } catch {
    return 'another';
  }
}

/**
 * Removes a kernelspec; says whether there was one.
 *
 * @param {string} folder
 */
export function removeKernelspec(folder) {
  if (!existsSync(folder)) return false;
  rmSync(folder, { recursive: true });
  return true;
}
