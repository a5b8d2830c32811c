import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SandboxProcess, runtimeFor } from 'lossbook-grader';
import { container } from '../../../lib/grader/src/sandbox/container';
import { root } from '../support/exercise';
import { doubled, limits, roundTrip } from './roundTrip';

/**
 * A real engine, Podman or Docker, with an image that LOSSBOOK_GRADER_IMAGE names, so that no test fetches one: it holds
 * /bin/sh and the Node.js that runs the tests. `npm test` leaves this file out when no image is named.
 */
describe('a real container engine', () => {
  const engine = ['podman', 'docker'].find((name) => spawnSync(name, ['info'], { stdio: 'ignore' }).status === 0) ?? '';
  let runtime: string;
  beforeAll(async () => {
    if (!process.env.LOSSBOOK_GRADER_IMAGE) throw new Error('LOSSBOOK_GRADER_IMAGE names no image.');
    if (!engine) throw new Error('Neither Podman nor Docker works on this machine.');
    ({ folder: runtime } = await runtimeFor(root, [], join(root, '.cache/grader/runtime')));
  }, 120_000);

  test('runs a worker', async () => {
    await expect(roundTrip(container(engine), runtime)).resolves.toEqual(doubled);
  }, 120_000);

  test('ends a loop, and lets nothing out', async () => {
    const worker = new SandboxProcess(container(engine), runtime, limits);
    try {
      await worker.request({ do: 'start' });
      const attempts = [
        `require('fs').readFileSync('${root}/package.json')`,
        "require('fs').writeFileSync('/x', '')",
        "require('fs').writeFileSync('/grader/runtime/x', '')",
        'if (process.getuid() === 65534) throw new Error()',
        "if (Object.keys(require('os').networkInterfaces()).every((name) => name === 'lo')) throw new Error()",
      ];
      for (const attempt of attempts) {
        const reply = worker.request({ do: 'run', filename: 'cell 1', javascript: attempt, awaits: false });
        await expect(reply).resolves.toHaveProperty('error');
      }
      const loop = worker.request({ do: 'run', filename: 'cell 2', javascript: 'for (;;);', awaits: false });
      await expect(loop).rejects.toMatchObject({ why: 'cpu' });
    } finally {
      await worker.end();
    }
  }, 120_000);
});
