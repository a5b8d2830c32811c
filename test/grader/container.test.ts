import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { container, findContainerEngine, imageFor } from '../../lib/grader/src/sandbox/container';
import { defaultLimits } from '../../lib/grader/src/sandbox/limits';
import { NoSandbox } from '../../lib/grader/src/sandbox/sandbox';
import { SandboxProcess, runtimeFor, type Limits, type Sandbox } from 'lossbook-grader';
import { root } from './support/exercise';
import { emptyFolder, removeFolder } from './support/grading';

const limits: Limits = { ...defaultLimits, cpuSeconds: 5, wallSeconds: 60 };

/**
 * Stands in for an engine: it writes down how it was called and runs what would run in the container, without one. So everything
 * but the isolation is as with a real engine: the shell in the image, its descriptors, Node.js, the worker and the protocol.
 */
const fakeEngine = (log: string): string => `#!${process.execPath}
const { spawnSync } = require('node:child_process');
const { dirname } = require('node:path');
const { appendFileSync } = require('node:fs');
const args = process.argv.slice(2);
appendFileSync(${JSON.stringify(log)}, JSON.stringify(args) + '\\n');
if (args[0] !== 'run') process.exit(0);
const source = /source=([^,]+)/.exec(args[args.indexOf('--mount') + 1])[1];
const inside = args.slice(args.indexOf(${JSON.stringify(imageFor())}) + 1).map((arg) => arg.replace('/grader/runtime', source));
process.exit(spawnSync('/bin/sh', inside, { stdio: 'inherit', env: { PATH: dirname(process.execPath) } }).status ?? 1);
`;

/** Starts a worker, runs a cell that prints and declares, calls the function, and tells what came of it. */
async function roundTrip(sandbox: Sandbox, runtime: string): Promise<unknown> {
  const process = new SandboxProcess(sandbox, runtime, limits);
  const javascript = "console.log('printed'); exports.double = (x) => x.mul(2);";
  try {
    await process.request({ do: 'start' });
    await process.request({ do: 'run', filename: 'cell 1', javascript, awaits: false });
    await process.request({ do: 'take', item: 'double', names: ['double'] });
    await process.leftNothing();
    const data = Buffer.from(Float32Array.of(1, 2).buffer).toString('base64');
    const { outcomes } = await process.request({
      do: 'call',
      item: 'double',
      name: 'double',
      cases: [[{ shape: [2], data }]],
    });
    return { outcomes, clean: await process.leftNothing(), output: process.takeOutput() };
  } finally {
    await process.end();
  }
}

const doubled = {
  outcomes: [
    { got: 'tensor', shape: [2], leaked: 0, data: Buffer.from(Float32Array.of(2, 4).buffer).toString('base64') },
  ],
  clean: true,
  output: expect.stringContaining('printed') as string,
};

describe('a container engine', () => {
  const path = process.env.PATH;
  let folder: string;
  let runtime: string;
  beforeAll(async () => {
    ({ folder: runtime } = await runtimeFor(root, [], join(root, '.cache/grader/runtime')));
  }, 120_000);
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => {
    process.env.PATH = path;
    removeFolder(folder);
  });

  const install = (name: string, text: string): string => {
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
    process.env.PATH = bin;
    return join(bin, name);
  };

  test('is told to take everything away', () => {
    const { argv } = container('/usr/bin/docker').launch('/a runtime', ['worker.js'], limits);
    expect(argv.slice(0, 4)).toEqual(['/usr/bin/docker', 'run', '--rm', '--interactive']);
    const options = argv.slice(0, argv.indexOf('--entrypoint')).join(' ');
    for (const option of [
      '--network none',
      '--ipc none',
      '--read-only',
      '--cap-drop ALL',
      '--security-opt no-new-privileges',
      '--user 65534:65534',
      `--memory ${limits.memoryBytes} --memory-swap ${limits.memoryBytes}`,
      '--cpus 1',
      `--pids-limit ${limits.threads}`,
      '--ulimit core=0:0',
      '--ulimit cpu=5:6',
      `--tmpfs /tmp:rw,nosuid,nodev,noexec,size=${limits.fileBytes}`,
      '--mount type=bind,source=/a runtime,target=/grader/runtime,readonly',
      '--log-driver none',
    ]) {
      expect(options).toContain(option);
    }
    expect(options).not.toMatch(/privileged|unconfined|--cap-add|--volume|docker\.sock/);
  });

  test('has a name of its own for each process, by which it is removed', () => {
    const names = [1, 2].map(() => {
      const { argv } = container('docker').launch('/x', [], limits);
      return argv[argv.indexOf('--name') + 1];
    });
    expect(new Set(names).size).toBe(2);
  });

  test('carries the protocol, and is removed at the end', async () => {
    const log = join(folder, 'log');
    install('docker', fakeEngine(log));
    process.env.PATH = path;
    const program = join(folder, 'bin/docker');
    await expect(roundTrip(container(program), runtime)).resolves.toEqual(doubled);
    const calls = async (): Promise<string[][]> => {
      for (let i = 0; i < 100; i++) {
        const lines = readFileSync(log, 'utf8').trim().split('\n');
        if (lines.length > 1) return lines.map((line) => JSON.parse(line) as string[]);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return [];
    };
    const [run = [], remove] = await calls();
    expect(remove).toEqual(['rm', '--force', run[run.indexOf('--name') + 1]]);
  }, 120_000);

  test('that works is found', () => {
    install('docker', fakeEngine(join(folder, 'log')));
    expect(findContainerEngine().name).toBe('docker');
  });

  test('that does not work is told with its own words; without any there is none', () => {
    install('podman', '#!/bin/sh\necho "cannot set up namespace" >&2\nexit 125\n');
    const tried = (): readonly string[] => {
      try {
        findContainerEngine();
        return ['found'];
      } catch (error) {
        if (error instanceof NoSandbox) return error.tried;
        throw error;
      }
    };
    expect(tried()).toEqual([expect.stringMatching(/bin\/podman: cannot set up namespace$/)]);
    process.env.PATH = folder;
    expect(tried()).toEqual([]);
  });

  // A real one needs an image with this Node.js: LOSSBOOK_GRADER_IMAGE names it, so that no test fetches one.
  const image = process.env.LOSSBOOK_GRADER_IMAGE;
  const engine = ['podman', 'docker'].find((name) => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0);
  const missing = image === undefined ? 'LOSSBOOK_GRADER_IMAGE is not set' : engine === undefined && 'no engine works';
  const real = missing === false ? test : test.skip;
  const reason = missing === false ? '' : ` [skipped: ${missing}]`;

  real(
    `that is real runs a worker${reason}`,
    async () => {
      await expect(roundTrip(container(engine ?? ''), runtime)).resolves.toEqual(doubled);
    },
    120_000,
  );

  real(
    `that is real ends a loop, and lets nothing out${reason}`,
    async () => {
      const process = new SandboxProcess(container(engine ?? ''), runtime, limits);
      try {
        await process.request({ do: 'start' });
        const attempts = [
          `require('fs').readFileSync('${root}/package.json')`,
          "require('fs').writeFileSync('/x', '')",
          "require('fs').writeFileSync('/grader/runtime/x', '')",
          'if (process.getuid() === 65534) throw new Error()',
          "if (Object.keys(require('os').networkInterfaces()).every((name) => name === 'lo')) throw new Error()",
        ];
        for (const attempt of attempts) {
          const reply = process.request({ do: 'run', filename: 'cell 1', javascript: attempt, awaits: false });
          await expect(reply).resolves.toHaveProperty('error');
        }
        const loop = process.request({ do: 'run', filename: 'cell 2', javascript: 'for (;;);', awaits: false });
        await expect(loop).rejects.toMatchObject({ why: 'cpu' });
      } finally {
        await process.end();
      }
    },
    120_000,
  );
});
