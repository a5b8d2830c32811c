import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { say, SetupError } from './language.mjs';
import { root, venv, venvPython } from './paths.mjs';
import { findPython } from './python.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { isOffline, runStep } from './step.mjs';

const lockFile = join(root, 'setup', 'requirements.lock');
const stampFile = join(venv, '.lossbook-stamp');

/** What the environment lacks, in pip's words; undefined when its Python does not even start. */
function damage() {
  if (!existsSync(venvPython)) return undefined;
  const probe = spawnSync(venvPython, [join(root, 'setup', 'venv-state.py'), lockFile], { encoding: 'utf8' });
  return probe.status === 0 ? probe.stdout.trim() : undefined;
}

/** Makes .venv with what requirements.lock pins, or repairs it; does nothing when it is right. */
export async function ensureVenv() {
  // The environment's programs carry its path: a folder that was moved is as stale as one with another lock file.
  const wanted = fingerprint([lockFile], [venv]);
  const state = damage();
  if (state === '' && isStamped(stampFile, wanted)) return;
  const moved = existsSync(stampFile) && !isStamped(stampFile, wanted);
  if (state === undefined || moved) await createVenv();
  await installRequirements();
  const left = damage();
  if (left !== '') {
    await createVenv();
    await installRequirements();
  }
  stamp(stampFile, wanted);
}

async function createVenv() {
  const python = findPython();
  rmSync(venv, { recursive: true, force: true });
  const { ok, logFile } = await runStep({
    title: say({
      pt: 'Criando o ambiente Python em .venv',
      es: 'Creando el entorno de Python en .venv',
      en: 'Making the Python environment in .venv',
    }),
    log: 'venv',
    command: python.command,
    args: [...python.args, '-m', 'venv', venv],
  });
  if (ok) return;
  rmSync(venv, { recursive: true, force: true });
  throw new SetupError(
    say({
      pt: `Não foi possível criar .venv; o motivo está em ${logFile}.`,
      es: `No se pudo crear .venv; el motivo está en ${logFile}.`,
      en: `.venv could not be made; ${logFile} says why.`,
    }),
  );
}

async function installRequirements() {
  const total = readFileSync(lockFile, 'utf8').match(/^[\w.-]+==/gm)?.length ?? 0;
  const { ok, output, logFile } = await runStep({
    title: say({
      pt: 'Instalando o JupyterLab em .venv',
      es: 'Instalando JupyterLab en .venv',
      en: 'Installing JupyterLab in .venv',
    }),
    log: 'pip',
    command: venvPython,
    args: [
      '-m',
      'pip',
      'install',
      '--require-hashes',
      '--disable-pip-version-check',
      '--no-input',
      '--retries',
      '2',
      '-r',
      lockFile,
    ],
    state: (text) => {
      const collected = text.match(/^(Collecting|Requirement already satisfied)/gm)?.length ?? 0;
      return text.includes('Installing collected packages')
        ? `${total}/${total}`
        : `${Math.min(collected, total)}/${total}`;
    },
  });
  if (ok) return;
  if (isOffline(output)) {
    throw new SetupError(
      say({
        pt: 'Sem acesso à rede: não foi possível baixar o JupyterLab. Verifique a conexão e repita.',
        es: 'Sin acceso a la red: no se pudo descargar JupyterLab. Revisa la conexión y repite.',
        en: 'No network: JupyterLab could not be downloaded. Check the connection and try again.',
      }),
    );
  }
  throw new SetupError(
    say({
      pt: `A instalação do JupyterLab falhou; o motivo está em ${logFile}.`,
      es: `La instalación de JupyterLab falló; el motivo está en ${logFile}.`,
      en: `Installing JupyterLab failed; ${logFile} says why.`,
    }),
  );
}
