// npm run check: types, lint, format, the rules of the course, and whether the index of the lessons and docs/losses.md are what these say.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { runMain } from './language.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { root } from './paths.mjs';

/** @type {[name: string, args: string[]][]} */
const checks = [
  ['types', [join('node_modules', 'typescript', 'bin', 'tsc'), '-b']],
  ['lint', [join('node_modules', 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0']],
  ['format', [join('node_modules', 'prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']],
  ['course', [join('lib', 'course', 'dist', 'cli.js'), 'check']],
  ['index of the lessons', [join('lib', 'course', 'dist', 'cli.js'), 'overview', '--check']],
  ['docs', [join('lib', 'reference', 'dist', 'cli.js'), '--check']],
];

await runMain(async () => {
  await ensureNodeModules();
  await ensureBuild();
  let failed = 0;
  for (const [name, args] of checks) {
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
    console.log(`${status === 0 ? '✓' : '✗'} ${name}`);
    if (status !== 0) failed++;
  }
  return failed === 0 ? 0 : 1;
});
