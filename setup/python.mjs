import { spawnSync } from 'node:child_process';
import { say, SetupError } from './language.mjs';

/**
 * The command line of a Python ≥ 3.10 on this machine: PYTHON if it is set, else the usual names.
 *
 * @returns {{ command: string, args: string[], version: string }}
 */
export function findPython() {
  /** @type {[string, string[]][]} */
  const candidates = process.env.PYTHON
    ? [[process.env.PYTHON, []]]
    : process.platform === 'win32'
      ? [
          ['py', ['-3']],
          ['python', []],
        ]
      : ['python3', 'python', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python3.10'].map((name) => [
          name,
          [],
        ]);
  let old = '';
  for (const [command, args] of candidates) {
    const probe = spawnSync(command, [...args, '-c', 'import sys; print("%d.%d.%d" % sys.version_info[:3])'], {
      encoding: 'utf8',
    });
    const version = probe.status === 0 ? probe.stdout.trim() : '';
    const [major = 0, minor = 0] = version.split('.').map(Number);
    if (major === 3 && minor >= 10) return withVenv({ command, args, version });
    if (version) old = version;
  }
  throw new SetupError(
    old
      ? say({
          pt: `O Python ${old} é antigo demais: instale o Python 3.10 ou mais novo (https://www.python.org) e repita.`,
          es: `Python ${old} es demasiado antiguo: instala Python 3.10 o posterior (https://www.python.org) y repite.`,
          en: `Python ${old} is too old: install Python 3.10 or newer (https://www.python.org) and try again.`,
        })
      : say({
          pt: 'Python não encontrado: instale o Python 3.10 ou mais novo (https://www.python.org) e repita.',
          es: 'No se encontró Python: instala Python 3.10 o posterior (https://www.python.org) y repite.',
          en: 'Python was not found: install Python 3.10 or newer (https://www.python.org) and try again.',
        }),
  );
}

/**
 * The same Python if it can make environments; Debian and Ubuntu package that apart.
 *
 * @param {{ command: string, args: string[], version: string }} python
 */
function withVenv(python) {
  const { status } = spawnSync(python.command, [...python.args, '-c', 'import venv, ensurepip']);
  if (status === 0) return python;
  const [major, minor] = python.version.split('.');
  const name = `python${major}.${minor}-venv`;
  throw new SetupError(
    say({
      pt: `O Python ${python.version} está sem o módulo venv: instale-o (no Debian ou Ubuntu: sudo apt install ${name}) e repita.`,
      es: `A Python ${python.version} le falta el módulo venv: instálalo (en Debian o Ubuntu: sudo apt install ${name}) y repite.`,
      en: `Python ${python.version} lacks the venv module: install it (on Debian or Ubuntu: sudo apt install ${name}) and try again.`,
    }),
  );
}
