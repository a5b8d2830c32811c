import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say, SetupError } from './language.mjs';
import { root } from './paths.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { isOffline, runStep } from './step.mjs';

const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(modules, '.lossbook-stamp');

/** @typedef {{ optional?: boolean, link?: boolean, os?: string[], cpu?: string[] }} Locked */

/**
 * The packages that the lock file names.
 *
 * @returns {[path: string, locked: Locked][]}
 */
function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(lockFile, 'utf8'));
  return Object.entries(packages).filter(([path]) => path.startsWith('node_modules/'));
}

/** A required package whose folder is gone, if any. */
function missingPackage() {
  return lockedPackages().find(
    ([path, { optional }]) => !optional && !existsSync(join(root, path, 'package.json')),
  )?.[0];
}

/** Installs node_modules when they are absent, older than the lock file or damaged; otherwise does nothing. */
export async function ensureNodeModules() {
  const wanted = fingerprint([lockFile]);
  if (isStamped(stampFile, wanted) && missingPackage() === undefined) return;
  const total = lockedPackages().filter(([, { optional, link }]) => !optional && !link).length;
  const npm = process.env.npm_execpath;
  const { ok, output, logFile } = await runStep({
    title: say({
      pt: 'Instalando os pacotes de npm',
      es: 'Instalando los paquetes de npm',
      en: 'Installing the npm packages',
    }),
    log: 'npm',
    command: npm ? process.execPath : 'npm',
    args: [...(npm ? [npm] : []), 'ci', '--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--loglevel=http'],
    state: (text) => `${Math.min(text.match(/fetch GET 200 \S+\.tgz/g)?.length ?? 0, total)}/${total}`,
    // A build environment that asks for production packages only would leave out the compiler.
    env: { ...process.env, NODE_ENV: 'development' },
  });
  if (!ok && isOffline(output)) {
    throw new SetupError(
      say({
        pt: 'Sem acesso à rede: não foi possível baixar os pacotes de npm. Verifique a conexão e repita.',
        es: 'Sin acceso a la red: no se pudieron descargar los paquetes de npm. Revisa la conexión y repite.',
        en: 'No network: the npm packages could not be downloaded. Check the connection and try again.',
      }),
    );
  }
  if (!ok) {
    throw new SetupError(
      say({
        pt: `A instalação dos pacotes de npm falhou; o motivo está em ${logFile}.`,
        es: `La instalación de los paquetes de npm falló; el motivo está en ${logFile}.`,
        en: `Installing the npm packages failed; ${logFile} says why.`,
      }),
    );
  }
  stamp(stampFile, wanted);
}
