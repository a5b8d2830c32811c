import { join, resolve } from 'node:path';
import { main } from './cli/main';

const root = resolve(__dirname, '../../..');
const course = {
  root,
  oracles: join(root, 'solutions/oracles/dist'),
  exercises: join(root, 'exercises'),
  cache: join(root, '.cache/grader'),
};

main(process.argv.slice(2), course).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
