import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { say, SetupError } from './language.mjs';
import { root, venv, venvPython } from './paths.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { isOffline, runStep } from './step.mjs';

const lockFile = join(root, 'setup', 'test-requirements.lock');
const target = join(venv, 'test');

/** Puts what only tests need of Python into .venv/test, which JupyterLab does not look into; does nothing when it is there. */
export async function ensureTestPackages() {
  const stampFile = join(target, '.lossbook-stamp');
  const wanted = fingerprint([lockFile], [target]);
  if (isStamped(stampFile, wanted)) return;
  rmSync(target, { recursive: true, force: true });
  const { ok, output, logFile } = await runStep({
    title: say({
      pt: 'Instalando o que os testes usam',
      es: 'Instalando lo que usan las pruebas',
      en: 'Installing what the tests use',
    }),
    log: 'test-pip',
    command: venvPython,
    args: [
      ...['-m', 'pip', 'install', '--no-deps', '--require-hashes', '--disable-pip-version-check', '--no-input'],
      ...['--retries', '2', '--target', target, '-r', lockFile],
    ],
  });
  if (ok) {
    stamp(stampFile, wanted);
    return;
  }
  throw new SetupError(
    isOffline(output)
      ? say({
          pt: 'Sem acesso à rede: não foi possível baixar o que os testes usam. Verifique a conexão e repita.',
          es: 'Sin acceso a la red: no se pudo descargar lo que usan las pruebas. Revisa la conexión y repite.',
          en: 'No network: what the tests use could not be downloaded. Check the connection and try again.',
        })
      : say({
          pt: `A instalação do que os testes usam falhou; o motivo está em ${logFile}.`,
          es: `La instalación de lo que usan las pruebas falló; el motivo está en ${logFile}.`,
          en: `Installing what the tests use failed; ${logFile} says why.`,
        }),
  );
}
