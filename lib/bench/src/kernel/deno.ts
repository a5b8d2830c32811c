import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/** The packages that carry Deno's program, pinned; only measurements want it, so no lock file has it. */
const VERSION = '2.9.6';
const packages: Readonly<Record<string, string | undefined>> = {
  'linux-x64': 'linux-x64-glibc',
  'linux-arm64': 'linux-arm64-glibc',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'win32-x64',
  'win32-arm64': 'win32-arm64',
};

/** Deno's program in `.cache/deno`, which npm fetches there when it is first wanted; undefined where it cannot be had. */
export function denoProgram(root: string): string | undefined {
  const folder = path.join(root, '.cache/deno', VERSION);
  const program = path.join(folder, 'package', process.platform === 'win32' ? 'deno.exe' : 'deno');
  if (existsSync(program)) return program;
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  mkdirSync(folder, { recursive: true });
  const run = (command: string, args: readonly string[]): boolean =>
    spawnSync(command, args, { cwd: folder, shell: process.platform === 'win32' }).status === 0;
  const archive = `deno-${name}-${VERSION}.tgz`;
  const ok = run('npm', ['pack', '--silent', `@deno/${name}@${VERSION}`]) && run('tar', ['-xzf', archive]);
  rmSync(path.join(folder, archive), { force: true });
  return ok && existsSync(program) ? program : undefined;
}
