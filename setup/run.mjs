// npm run grade, npm run course, npm run docs: sets up what the program needs, then runs lib/<part>/dist/cli.js with the rest of the words.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureEverything } from './everything.mjs';
import { runMain } from './language.mjs';
import { root } from './paths.mjs';

await runMain(async () => {
  const [part = '', ...args] = process.argv.slice(2);
  await ensureEverything();
  const child = spawn(process.execPath, [join(root, 'lib', part, 'dist', 'cli.js'), ...args], {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
});
