import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');

function node(args: string[], env: NodeJS.ProcessEnv = {}): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...env },
  });
  return { status, stderr };
}

/** A program that answers like a Python of some version, with or without the module venv. */
function fakePython(version: string, hasVenv: boolean): string {
  const file = join(mkdtempSync(join(tmpdir(), 'python-')), 'python3');
  writeFileSync(
    file,
    `#!/bin/sh\ncase "$2" in *version_info*) echo ${version};; *venv*) exit ${hasVenv ? 0 : 1};; esac\n`,
  );
  chmodSync(file, 0o755);
  return file;
}

const findPython = [
  '--input-type=module',
  '-e',
  "const { runMain } = await import('./setup/language.mjs'); await runMain(async () => ((await import('./setup/python.mjs')).findPython(), 0))",
];

describe('one sentence, and a status that is not zero', () => {
  test('Node too old', () => {
    const old =
      "Object.defineProperty(process.versions, 'node', { value: '18.20.1' }); require('./setup/node-version.cjs')";
    const { status, stderr } = node(['-e', old], { LANG: 'pt_BR.UTF-8' });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'O Node 18.20.1 é antigo demais: instale o Node 20.19 ou mais novo (https://nodejs.org) e repita.\n',
    );
  });

  test('this Node is not too old', () => {
    expect(node(['setup/node-version.cjs'])).toEqual({ status: 0, stderr: '' });
  });

  test.each([
    ['no Python', '/nonexistent/python', /^No se encontró Python: instala Python 3\.10/],
    ['Python too old', fakePython('3.9.2', true), /^Python 3\.9\.2 es demasiado antiguo/],
    ['Python without venv', fakePython('3.12.1', false), /le falta el módulo venv.*python3\.12-venv/],
  ])('%s', (_name, python, sentence) => {
    const { status, stderr } = node(findPython, { PYTHON: python, LANG: 'es_AR.UTF-8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('a Python that will do', () => {
    expect(node(findPython, { PYTHON: fakePython('3.10.0', true) })).toEqual({ status: 0, stderr: '' });
  });

  test('a port in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = node(['setup/start.mjs', '--no-browser', '--port', String(port)], { LANG: 'C' });
    server.close();
    expect(status).toBe(1);
    expect(stderr).toBe(
      `Port ${port} is in use: close the program that uses it or choose another with npm start -- --port ${port + 1}.\n`,
    );
  });
});
