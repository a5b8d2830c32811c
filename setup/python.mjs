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
    if (major === 3 && minor >= 10) return { command, args, version };
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
