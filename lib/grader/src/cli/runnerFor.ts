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

async function runnerWithoutCache(options: Options, { root, cache }: Course): Promise<Runner> {
  const { regrade, queue, unsafe, jobs, language } = options;
  if (regrade) return noRunner;
  if (queue === undefined) return new LocalRunner({ root, cache, sandbox: sandboxFor(options, root), jobs });
  // Only who asks for a queue waits for what it needs.
  const [{ QueueRunner }, { queueVersion }] = await Promise.all([
    import('../queue/queueRunner.js'),
    import('../queue/queueName.js'),
  ]);
  return QueueRunner.open(queue, queueVersion(root, !unsafe), (text) => {
    console.error(text[language]);
  });
}
