import { join, resolve } from 'node:path';
import { main } from './cli/main';

const root = resolve(__dirname, '../../..');
const course = {
  root,
  oracles: join(root, 'solutions/oracles/dist'),
  exercises: join(root, 'exercises'),
  cache: join(root, '.cache/grader'),
};

run(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);

/** Nobody waits for what only another command needs. */
async function run(words: readonly string[]): Promise<number> {
  const [first, ...rest] = words;
  if (first === 'corpus') return (await import('./corpus/main.js')).corpusMain(rest, course);
  if (first === 'worker') return (await import('./queue/main.js')).workerMain(rest, course);
  if (first === 'verify') return (await import('./cli/verify.js')).verifyMain(rest, course);
  return main(words, course);
}
