import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { container, findContainerEngine, imageFor } from '../../../lib/grader/src/sandbox/container';
import { NoSandbox } from '../../../lib/grader/src/sandbox/sandbox';
import { runtimeFor } from 'lossbook-grader';
import { root } from '../support/exercise';
import { doubled, limits, roundTrip } from './roundTrip';
import { emptyFolder, removeFolder } from '../support/grading';

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
});
