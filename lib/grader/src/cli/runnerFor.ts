import { join } from 'node:path';
import type { Course } from '../batch/exercises';
import { CachedRunner } from '../cache/cachedRunner';
import { noRunner } from '../cache/noRunner';
import { RunStore } from '../cache/runStore';
import { LocalRunner } from '../run/localRunner';
import type { Runner } from '../run/runner';
import type { Options } from './options';
import { sandboxFor } from './sandboxFor';

/**
 * Who runs the submissions: whoever the options say, after a look at what is kept in the results folder.
 * @throws Refusal
 */
export async function runnerFor(options: Options, course: Course): Promise<CachedRunner> {
  return new CachedRunner(
    await runnerWithoutCache(options, course),
    new RunStore(join(options.out, '.lossbook', 'runs')),
  );
}

function runnerWithoutCache(options: Options, { root, cache }: Course): Promise<Runner> {
  if (options.regrade) return Promise.resolve(noRunner);
  return Promise.resolve(new LocalRunner({ root, cache, sandbox: sandboxFor(options, root), jobs: options.jobs }));
}
