import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { logs, root } from './paths.mjs';

/**
 * A line that tells how far a long step is: rewritten in place on a terminal, once every ten seconds elsewhere.
 *
 * @param {string} title
 * @param {() => string} state what to show after the title, such as `12/98`
 */
export function startProgress(title, state) {
  const started = Date.now();
  const terminal = process.stderr.isTTY;
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  const line = () => `${title}… ${[state(), seconds()].filter(Boolean).join(', ')}`;
  process.stderr.write(terminal ? line() : `${title}…\n`);
  const timer = setInterval(
    () => process.stderr.write(terminal ? `\r\x1b[K${line()}` : `${line()}\n`),
    terminal ? 250 : 10_000,
  );
  return {
    /** @param {boolean} ok */
    stop(ok) {
      clearInterval(timer);
      process.stderr.write(`${terminal ? '\r\x1b[K' : ''}${ok ? '✓' : '✗'} ${title} (${seconds()})\n`);
    },
  };
}

/**
 * Runs a program as one step with a progress line. Its output goes to a log file, not to the terminal.
 *
 * @param {{ title: string, log: string, command: string, args: string[], state?: (output: string) => string, env?: NodeJS.ProcessEnv }} step
 * @returns {Promise<{ ok: boolean, output: string, logFile: string }>}
 */
export async function runStep({ title, log, command, args, state = () => '', env = process.env }) {
  mkdirSync(logs, { recursive: true });
  const logFile = join(logs, `${log}.log`);
  const file = createWriteStream(logFile);
  let output = '';
  const progress = startProgress(title, () => state(output));
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (/** @type {Buffer} */ chunk) => {
        output += chunk.toString();
        file.write(chunk);
      });
    }
    child.on('error', (error) => {
      output += error.message;
      resolve(1);
    });
    child.on('close', resolve);
  });
  file.end();
  progress.stop(code === 0);
  return { ok: code === 0, output, logFile };
}

/** Whether an installer's output says that there was no way to the network. */
export const isOffline = (/** @type {string} */ output) =>
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|ERR_SOCKET_TIMEOUT|NewConnectionError|Temporary failure in name resolution|Name or service not known|Network is unreachable|ProxyError|Read timed out/.test(
    output,
  );
