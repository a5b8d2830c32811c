import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, type KernelName } from '../launch';
import type { Results, Verdict } from './results';

const TESTS = path.join(ROOT, 'test/kernel');

/** The tests that any kernel can be asked. */
const asked = ['conformance.test.ts', 'protocol/', 'loss/', 'interrupt/', 'typescript/', 'robust/'];

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Runs our own kernel's tests on a kernel, those whose file has `only` in its name, and says what became of each. */
export function runTests(kernel: KernelName, only: string): Results {
  const report = path.join(ROOT, `.cache/bench/features-${kernel}.json`);
  mkdirSync(path.dirname(report), { recursive: true });
  rmSync(report, { force: true });
  const jest = path.join(ROOT, 'node_modules/jest/bin/jest.js');
  spawnSync(
    process.execPath,
    [jest, '--json', ...(kernel === 'lossbook' ? [] : ['--maxWorkers=4']), `--outputFile=${report}`, ...patterns(only)],
    {
      cwd: ROOT,
      env: { ...process.env, LOSSBOOK_TEST_KERNEL: kernel },
      stdio: 'ignore',
    },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report;
  const byFile = testResults.map(({ name, message, assertionResults }) => {
    if (assertionResults.length === 0) console.error(`${name}: ${message}`);
    const verdicts = assertionResults.map(({ fullName, status }) => [fullName, verdict(status)] as const);
    return [path.relative(TESTS, name).replaceAll('\\', '/'), Object.fromEntries(verdicts)] as const;
  });
  return Object.fromEntries(byFile.sort(([a], [b]) => a.localeCompare(b)));
}

/** What jest is told to run. */
function patterns(only: string): string[] {
  return asked.map((name) => (only === '' ? `test/kernel/${name}` : `test/kernel/${name}.*${only}`));
}

function verdict(status: string): Verdict {
  return status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'not asked';
}
