import { findLaunch, type KernelName } from '../launch';
import { readResults, writeResults } from './results';
import { runTests } from './run';
import { writeTables } from './table';

/** Runs the tests on each of the kernels and writes what came of it to docs/kernel-features.json and docs/kernel.md; with `only`, the
 * files of tests that have it in their name. */
export function benchFeatures(kernels: readonly KernelName[], only: string): void {
  for (const kernel of kernels) {
    const launch = findLaunch(kernel);
    if ('missing' in launch) {
      console.error(`${kernel} is left out: ${launch.missing}`);
      continue;
    }
    // Others may have been run meanwhile.
    const results = runTests(kernel, only);
    const earlier = readResults();
    writeResults({ ...earlier, [kernel]: only === '' ? results : { ...earlier[kernel], ...results } });
    const verdicts = Object.values(results).flatMap((tests) => Object.values(tests));
    const count = (verdict: string): number => verdicts.filter((one) => one === verdict).length;
    console.log(`${kernel}: ${count('passed')} passed, ${count('failed')} failed, ${count('not asked')} not asked`);
  }
  writeTables(readResults());
}
