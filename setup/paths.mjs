import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder of the course. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

const windows = process.platform === 'win32';

export const venv = join(root, '.venv');

/** The interpreter of the course's own Python environment. */
export const venvPython = windows ? join(venv, 'Scripts', 'python.exe') : join(venv, 'bin', 'python');

/** Where logs of installs go. */
export const logs = join(root, '.cache', 'setup');
