import { createServer } from 'node:net';
import { join } from 'node:path';
import { say, SetupError } from './language.mjs';
import { root, venv } from './paths.mjs';

/** Jupyter's own files stay inside the folder of the course, and its kernels come from .venv first. */
export const jupyterEnvironment = {
  ...process.env,
  JUPYTER_CONFIG_DIR: join(root, '.jupyter', 'config'),
  JUPYTER_DATA_DIR: join(root, '.jupyter', 'data'),
  JUPYTER_RUNTIME_DIR: join(root, '.jupyter', 'runtime'),
  JUPYTERLAB_SETTINGS_DIR: join(root, '.jupyter', 'settings'),
  JUPYTERLAB_WORKSPACES_DIR: join(root, '.jupyter', 'workspaces'),
  IPYTHONDIR: join(root, '.jupyter', 'ipython'),
  JUPYTER_PREFER_ENV_PATH: '1',
  VIRTUAL_ENV: venv,
};

/**
 * The value of an option given as `--port 9999` or `--port=9999`.
 *
 * @param {string[]} args
 * @param {string[]} names
 */
function optionValue(args, names) {
  for (const [i, arg] of args.entries()) {
    const [name = '', value] = arg.split('=', 2);
    if (names.includes(name)) return value ?? args[i + 1];
  }
  return undefined;
}

/**
 * Fails with one sentence when JupyterLab's port is taken.
 *
 * @param {string[]} args JupyterLab's options
 */
export async function requireFreePort(args) {
  const port = Number(optionValue(args, ['--port', '--ServerApp.port']) ?? 8888);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new SetupError(
      say({
        pt: 'A opção --port pede um número entre 0 e 65535.',
        es: 'La opción --port pide un número entre 0 y 65535.',
        en: 'The option --port wants a number between 0 and 65535.',
      }),
    );
  }
  const host = optionValue(args, ['--ip', '--ServerApp.ip']) ?? 'localhost';
  const taken = await new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code === 'EADDRINUSE'));
    server.listen({ port, host: host === '*' ? undefined : host }, () => server.close(() => resolve(false)));
  });
  if (!taken) return;
  throw new SetupError(
    say({
      pt: `A porta ${port} está em uso: feche o programa que a usa ou escolha outra com npm start -- --port ${port + 1}.`,
      es: `El puerto ${port} está en uso: cierra el programa que lo usa o elige otro con npm start -- --port ${port + 1}.`,
      en: `Port ${port} is in use: close the program that uses it or choose another with npm start -- --port ${port + 1}.`,
    }),
  );
}
