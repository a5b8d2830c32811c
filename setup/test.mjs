// npm test: sets everything up and runs all tests. Words after -- go to jest; --unit leaves out what starts a kernel, a browser or Redis, and the graders' large campaigns.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureEverything } from './everything.mjs';
import { unbackedFeatures } from './feature-table.mjs';
import { runMain } from './language.mjs';
import { logs, root } from './paths.mjs';
import { ensureTestPackages } from './test-packages.mjs';

/** @typedef {{ fullName: string, status: string }} Assertion */
/** @typedef {{ name: string, message: string, assertionResults: Assertion[] }} Suite */

/** Parts of the paths of tests that start a kernel, a browser or another server, or grade hundreds of submissions. */
const notUnit = [
  'test/kernel/',
  'test/e2e/',
  'test/course/lessons',
  'test/same-behaviour/',
  'test/grader/container/engine',
  'test/grader/corpus',
  'test/grader/nbgrader/',
  'test/grader/queue/',
  'test/grader/redteam/',
];

await runMain(async () => {
  await ensureEverything();
  const words = process.argv.slice(2);
  const onlyUnit = words.includes('--unit');
  if (!onlyUnit) await ensureTestPackages();
  mkdirSync(logs, { recursive: true });
  const report = join(logs, `jest-${process.pid}.json`);
  const leftOut = onlyUnit ? [...notUnit] : [];
  if (!process.env.LOSSBOOK_GRADER_IMAGE) {
    leftOut.push('test/grader/container/engine');
    if (!onlyUnit)
      console.log('not run: test/grader/container/engine.test.ts, as LOSSBOOK_GRADER_IMAGE names no image');
  }
  const jest = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--json',
      `--outputFile=${report}`,
      ...words.filter((word) => word !== '--unit'),
      ...leftOut.flatMap((path) => ['--testPathIgnorePatterns', path]),
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const result = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(report);
  const skipped = result.testResults.flatMap((/** @type {Suite} */ suite) =>
    suite.assertionResults.filter(({ status }) => status === 'pending').map(({ fullName }) => fullName),
  );
  for (const name of skipped) console.log(`skipped: ${name}`);
  // In CI every part is installed, so a skipped test is a hole.
  const holes = process.env.CI ? skipped.length : 0;
  if (holes > 0) console.log('CI skips nothing: install the missing part in .ci/run.');
  // Only a whole run has every test that docs/kernel.md names.
  const unbacked = words.length === 0 ? unbackedFeatures(result.testResults) : [];
  for (const name of unbacked) console.log(`docs/kernel.md names a test that did not pass: ${name}`);
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites + unbacked.length;
  console.log(`${result.numPassedTests} passed, ${failed} failed, ${result.numPendingTests} skipped`);
  return jest.status === 0 && failed === 0 && holes === 0 ? 0 : 1;
});
