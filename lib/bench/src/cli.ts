import { parseArgs } from 'node:util';
import { benchGrader } from './grader/bench';
import { benchKernels } from './kernel/bench';
import { benchFeatures } from './kernel/features/bench';
import { KERNELS } from './kernel/launch';
import { benchLosses } from './losses/bench';

const usage = `npm run bench -- losses [options]

Times value and gradient of every loss on every backend of this machine, beside PyTorch where there is one.

  --python FILE   the Python that has torch (python3)
  --rounds N      rounds, each with another order (7)
  --only TEXT     only losses whose name holds this text
  --json FILE     where the figures go (.cache/bench/losses.json)

npm run bench -- kernel [options]

Measures this course's kernel, tslab, Deno and ipykernel in turn: start, cells, completion, memory.

  --rounds N        rounds, each with another order (5)
  --declarations N  declaration cells whose growth is measured; none below 100 (200)
  --only NAMES      only these kernels, with commas between them
  --json FILE       where the figures go (.cache/bench/kernel.json)

npm run bench -- kernel-features [options]

Runs the tests of the kernel on all four and writes the tables of docs/kernel.md.

  --only NAMES  only these kernels
  --tests TEXT  only the files of tests that have this in their name

npm run bench -- grader [options]

Grades generated submissions of exercise 01, 30 % of them broken, and a sample of them with nbgrader on this course's kernel.

  --submissions N  how many (200)
  --sample N       how many of them with nbgrader too; 0 for none (20)
  --json FILE      where the figures go (.cache/bench/grader.json)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      python: { type: 'string', default: 'python3' },
      rounds: { type: 'string' },
      declarations: { type: 'string', default: '200' },
      only: { type: 'string', default: '' },
      json: { type: 'string' },
      tests: { type: 'string', default: '' },
      submissions: { type: 'string', default: '200' },
      sample: { type: 'string', default: '20' },
      help: { type: 'boolean', default: false },
    },
  });
  const [what = '', ...more] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const rounds = Number(values.rounds ?? (what === 'losses' ? 7 : 5));
  const declarations = Number(values.declarations);
  const names = KERNELS.filter((name) => values.only === '' || values.only.split(',').includes(name));
  const [submissions, sample] = [Number(values.submissions), Number(values.sample)];
  const wholes = [rounds, declarations, submissions, sample].every((number) => Number.isInteger(number));
  const numbers = wholes && rounds >= 1 && submissions >= 1 && sample >= 0;
  if (
    !['losses', 'kernel', 'kernel-features', 'grader'].includes(what) ||
    more.length > 0 ||
    !numbers ||
    (names.length === 0 && what.startsWith('kernel'))
  ) {
    console.error(usage);
    return 2;
  }
  const json = values.json ?? `.cache/bench/${what}.json`;
  if (what === 'losses') await benchLosses({ python: values.python, rounds, only: values.only, json });
  else if (what === 'grader') await benchGrader({ submissions, sample, json });
  else if (what === 'kernel') await benchKernels({ rounds, declarations, only: names, json });
  else benchFeatures(names, values.tests);
  return 0;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);
