import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Limits } from './limits';
import { whyNot } from './probe';
import { onPath } from './programs';
import { NoSandbox, type Launch, type Sandbox } from './sandbox';

/** Fetching the image, once, is part of the first try. */
const probeMilliseconds = 5 * 60_000;

/**
 * Finds Podman or Docker and tries it with the very arguments that grading uses.
 * @throws NoSandbox
 */
export function findContainerEngine(): Sandbox {
  const tried: string[] = [];
  for (const program of [...onPath('podman'), ...onPath('docker')]) {
    const sandbox = container(program);
    const reason = whyNot(sandbox, __dirname, probeMilliseconds);
    if (reason === undefined) return sandbox;
    tried.push(`${program}: ${reason}`);
  }
  throw new NoSandbox(tried);
}

/** The image with this very Node.js, or one that was chosen, for a machine that reaches no registry. */
export function imageFor(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.LOSSBOOK_GRADER_IMAGE ?? `docker.io/library/node:${process.versions.node}-slim`;
}

/** A container for each process, of a kind that Podman and Docker both make. */
export function container(program: string, image = imageFor()): Sandbox {
  const runtimeInside = '/grader/runtime';
  const environment = engineEnvironment();
  const engine = /(?:^|\/)podman$/.test(program) ? 'podman' : 'docker';
  return {
    name: engine,
    hasThisNode: false,
    runtimeInside: () => runtimeInside,
    launch: (runtime, nodeArguments, limits): Launch => {
      const name = `lossbook-${randomBytes(9).toString('hex')}`;
      const argv = [
        ...[program, 'run', '--rm', '--interactive', '--name', name, '--log-driver', 'none'],
        ...isolation,
        ...limiting(limits),
        ...['--mount', `type=bind,source=${runtime},target=${runtimeInside},readonly`],
        ...['--env', 'HOME=/home', '--env', 'LOSSBOOK_BACKEND=wasm'],
        ...['--entrypoint', '/bin/sh', image],
        // An engine has no descriptor 3: replies go out by stdout, and what is printed by stderr. The shell stays, since the first
        // process of a container takes no signal of a limit.
        ...['-c', '"$@" 3>&1 1>&2; exit $?', 'sh', 'node', ...nodeArguments],
      ];
      const kill = (): void => {
        // It outlives the grader, if need be.
        const remove = spawn(program, ['rm', '--force', name], { env: environment, stdio: 'ignore', detached: true });
        remove.once('error', () => undefined).unref();
      };
      return { argv, environment, kill };
    },
  };
}

/** No network, no rights, nothing to write to; the engine's own seccomp filter stays on. */
const isolation = [
  ...['--network', 'none', '--ipc', 'none', '--hostname', 'grader', '--user', '65534:65534', '--workdir', '/tmp'],
  ...['--cap-drop', 'ALL', '--security-opt', 'no-new-privileges', '--read-only'],
];

/** What an engine's client needs to find its files and its engine; nothing of it comes inside. */
function engineEnvironment(): NodeJS.ProcessEnv {
  const names = ['PATH', 'HOME', 'XDG_RUNTIME_DIR', 'DOCKER_HOST', 'DOCKER_CONFIG', 'CONTAINER_HOST'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

/** A container is no child of the grader: here the engine's limits stand for the watch. */
function limiting({ cpuSeconds, memoryBytes, fileBytes, threads }: Limits): string[] {
  const cpu = Math.ceil(cpuSeconds);
  return [
    ...['--memory', String(memoryBytes), '--memory-swap', String(memoryBytes), '--cpus', '1'],
    // Linux counts threads here too.
    ...['--pids-limit', String(threads), '--ulimit', `nproc=${threads}:${threads}`],
    ...['--ulimit', 'core=0:0', '--ulimit', `fsize=${fileBytes}:${fileBytes}`, '--ulimit', 'nofile=256:256'],
    // The first signal can be caught; the second, a second later, cannot.
    ...['--ulimit', `cpu=${cpu}:${cpu + 1}`],
    ...['--tmpfs', `/tmp:rw,nosuid,nodev,noexec,size=${fileBytes}`],
  ];
}
