import { parseArgs } from 'node:util';
import { benchLosses } from './losses/bench';

const usage = `npm run bench -- losses [options]

Times value and gradient of every loss on every backend of this machine, beside PyTorch where there is one.

  --python FILE   the Python that has torch (python3)
  --rounds N      rounds, each with another order (7)
  --only TEXT     only losses whose name holds this text
  --json FILE     where the figures go (.cache/bench/losses.json)`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      python: { type: 'string', default: 'python3' },
      rounds: { type: 'string', default: '7' },
      only: { type: 'string', default: '' },
      json: { type: 'string', default: '.cache/bench/losses.json' },
      help: { type: 'boolean', default: false },
    },
  });
  const rounds = Number(values.rounds);
  const [what = 'losses', ...more] = positionals;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  if (what !== 'losses' || more.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    console.error(usage);
    return 2;
  }
  await benchLosses({ python: values.python, rounds, only: values.only, json: values.json });
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
