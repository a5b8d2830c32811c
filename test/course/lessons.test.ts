import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { lessons, venvProgram } from 'lossbook-course-tools';

const root = process.cwd();
const cli = join(root, 'lib/course/dist/cli.js');

function run(...args: string[]): Promise<{ status: number | null; out: string }> {
  const child = spawn(process.execPath, [cli, 'run', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (out += text.toString()));
  return new Promise((resolve) =>
    child.on('close', (status) => {
      resolve({ status, out });
    }),
  );
}

const python = venvProgram(root, 'python');
const canRun = python !== undefined || process.env.CI !== undefined;
const suite = canRun ? describe : describe.skip;

suite(`a lesson run from a fresh kernel${canRun ? '' : ': skipped, there is no .venv (npm start makes it)'}`, () => {
  test.each(lessons(root, ['notebooks']).map(({ name }) => name))(
    '%s shows what is committed, in Portuguese on our kernel, in Spanish on plain tslab',
    async (name) => {
      const { status, out } = await run(name, '--check', '--tslab');
      console.log(out.trim());
      expect({ status, out }).toEqual({ status: 0, out: expect.stringContaining('notebooks/es/') as string });
    },
    600_000,
  );
});
