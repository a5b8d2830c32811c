import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root, venv } from './paths.mjs';

/**
 * Writes a file only when its text changes.
 *
 * @param {string} file
 * @param {string} text
 */
function writeIfChanged(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/**
 * Writes what Jupyter needs to start the kernel: kernel.json, for the Node that runs now, and the logo.
 *
 * @param {string} folder `…/kernels/NAME`
 */
export function writeKernelspec(folder) {
  const { kernelSpec } = createRequire(import.meta.url)(join(root, 'lib', 'kernel'));
  const spec = kernelSpec({ node: process.execPath, main: join(root, 'lib', 'kernel', 'dist', 'main.js') });
  writeIfChanged(join(folder, 'kernel.json'), `${JSON.stringify(spec, null, 2)}\n`);
  const logos = join(root, 'lib', 'kernel', 'logo');
  for (const name of readdirSync(logos)) copyFileSync(join(logos, name), join(folder, name));
}

/** Registers the kernel inside .venv: nothing goes to the user's home. */
export function ensureKernelspec() {
  writeKernelspec(join(venv, 'share', 'jupyter', 'kernels', 'tslab'));
}

/**
 * JupyterLab's words in the course's language until the reader chooses another in its Settings menu, and no look-ups of news.
 *
 * @param {'pt' | 'es'} language
 */
export function ensureLabSettings(language) {
  const overrides = {
    '@jupyterlab/translation-extension:plugin': { locale: language === 'pt' ? 'pt_BR' : 'es_ES' },
    '@jupyterlab/apputils-extension:notification': { fetchNews: 'false', checkForUpdates: false },
  };
  const file = join(venv, 'share', 'jupyter', 'lab', 'settings', 'overrides.json');
  writeIfChanged(file, `${JSON.stringify(overrides, null, 2)}\n`);
}
