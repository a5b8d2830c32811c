import { spawnSync } from 'node:child_process';
import { defaultLimits } from './limits';
import { nodeFlags } from './nodeFlags';
import type { Sandbox } from './sandbox';

/**
 * Tries a sandbox with the very arguments that grading uses.
 * @returns why it does not work here, or undefined
 */
export function whyNot(sandbox: Sandbox, runtime: string, timeout = 20_000): string | undefined {
  const script = "require('node:fs').writeSync(3, process.version)";
  const { argv, environment, kill } = sandbox.launch(
    runtime,
    [...nodeFlags(defaultLimits), '-e', script],
    defaultLimits,
  );
  const [file = '', ...args] = argv;
  const probe = spawnSync(file, args, { encoding: 'utf8', timeout, env: environment });
  if (probe.status === 0 && probe.stdout === process.version) return undefined;
  kill?.();
  const { error, stderr, status, stdout } = probe;
  if (status === 0) return `Node.js ${stdout} instead of ${process.version}`;
  return error?.message ?? (stderr.trim() || `exit status ${String(status)}`);
}
