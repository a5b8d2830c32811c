import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const read = (...path: string[]): { version: string; dependencies: Record<string, string> } =>
  JSON.parse(readFileSync(join(root, ...path), 'utf8')) as { version: string; dependencies: Record<string, string> };

const extension = ['.venv', 'share', 'jupyter', 'labextensions', 'jupyterlab-plotly', 'package.json'];
const inVenv = existsSync(join(root, ...extension)) ? test : test.skip;

inVenv('the plotly.js that JupyterLab draws with is the one of plotly.js-dist (needs .venv)', () => {
  expect(read(...extension).dependencies['plotly.js']).toBe(
    read('node_modules', 'plotly.js-dist', 'package.json').version,
  );
});

test('every dependency is pinned to one version', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
    Object.entries(manifest[kind] ?? {}),
  );
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file of Python pins what requirements.in asks for, with hashes', () => {
  const lock = readFileSync(join(root, 'setup', 'requirements.lock'), 'utf8');
  const wanted = readFileSync(join(root, 'setup', 'requirements.in'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => (line.split(';')[0] ?? '').trim().toLowerCase());
  expect(wanted.length).toBeGreaterThan(3);
  for (const requirement of wanted) expect(lock).toContain(requirement);
  const pinned = lock.match(/^[\w.-]+==\S+/gm)?.length ?? 0;
  const hashed = lock.match(/^[\w.-]+==[^\n]*\\\n\s+--hash=sha256:/gm)?.length ?? 0;
  expect(hashed).toBe(pinned);
});
