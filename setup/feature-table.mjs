import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';

/** @typedef {{ name: string, assertionResults: { fullName: string, status: string }[] }} Suite */

/**
 * What docs/kernel.md says of our kernel and a whole run of the tests does not: tests that it names as passed and that did not pass.
 *
 * @param {Suite[]} suites
 * @returns {string[]}
 */
export function unbackedFeatures(suites) {
  const { lossbook } = JSON.parse(readFileSync(join(root, 'docs', 'kernel-features.json'), 'utf8'));
  const passed = new Set(
    suites.flatMap(({ name, assertionResults }) => {
      const file = relative(join(root, 'test', 'kernel'), name).replaceAll('\\', '/');
      return assertionResults.filter(({ status }) => status === 'passed').map(({ fullName }) => `${file}: ${fullName}`);
    }),
  );
  return Object.entries(lossbook)
    .flatMap(([file, tests]) => Object.keys(tests).map((test) => `${file}: ${test}`))
    .filter((name) => !passed.has(name));
}
