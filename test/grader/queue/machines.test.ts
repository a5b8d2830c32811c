import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findSandbox } from '../../../lib/grader/src/sandbox/find';
import { changed, handedOut, master, mseWith, root } from '../support/exercise';
import { cli, describeInSandbox, emptyFolder, removeFolder, runCli } from '../support/grading';
import { describeWithRedis, RedisServer } from './redis';

const handedIn = {
  ana: changed(master()),
  bia: changed(master('es'), mseWith('return tf.tidy(() => input.sub(target).square().sum());')),
  caio: changed(handedOut()),
  davi: changed(master(), mseWith('while (true) {}')),
  eva: 'not a notebook',
  fabio: changed(master(), mseWith(`throw new Error('no');`)),
};

/** A process with what it says. */
class Program {
  said = '';
  readonly process: ChildProcess;

  constructor(args: readonly string[], cwd: string) {
    const env = { PATH: process.env.PATH, LANG: 'pt_BR.UTF-8', LOSSBOOK_SEED: 'a seed for tests' };
    const child = spawn(process.execPath, [cli, ...args], { cwd, env });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    }
    this.process = child;
  }

  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return this.process.exitCode;
  }
}

describeInSandbox('npm run grade on several machines', () => {
  describeWithRedis('with a Redis', () => {
    const folder = emptyFolder();
    let redis: RedisServer;
    const programs: Program[] = [];
    const start = (...args: readonly string[]): Program => {
      const program = new Program(args, folder);
      programs.push(program);
      return program;
    };
    const gradesIn = (out: string): string => readFileSync(join(folder, out, 'grades.csv'), 'utf8');

    beforeAll(async () => {
      for (const [student, text] of Object.entries(handedIn)) {
        mkdirSync(join(folder, 'submissions', student), { recursive: true });
        writeFileSync(join(folder, 'submissions', student, '01-regression.ipynb'), text);
      }
      mkdirSync(join(folder, 'submissions', 'nobody'));
      redis = await RedisServer.start();
    });
    afterAll(async () => {
      for (const { process: one } of programs) one.kill('SIGKILL');
      await redis.remove();
      removeFolder(folder);
    });

    test('two workers, one killed in the middle of a job: the marks of one machine', async () => {
      // A worker without a sandbox would be another kind.
      expect(findSandbox(root).name).not.toBe('none');
      const [first, second] = [1, 2].map(() => start('worker', '--queue', redis.address, '--jobs', '1'));
      while (!first?.said.includes('Pronto') || !second?.said.includes('Pronto')) await sleep(100);
      const front = start('submissions', '--out', 'many', '--cpu', '2', '--queue', redis.address);
      const [key = ''] = await waitFor(() => redis.ask('KEYS', 'bull:*:active'));
      await waitFor(() => (redis.ask('LLEN', key)[0] === '2' ? ['both'] : []));
      first.process.kill('SIGKILL');
      expect(await front.ended()).toBe(0);
      second.process.kill('SIGTERM');
      expect(await second.ended()).toBe(0);
      const ran = [first, second].map(({ said }) => said.split('executado em').length - 1);
      // All but eva's and nobody's, each once; the first may have ended none.
      expect(ran[0]).toBe(0);
      expect(ran[1]).toBe(5);

      const alone = runCli(folder, ['submissions', '--out', 'one', '--cpu', '2']);
      expect(alone.status).toBe(0);
      expect(gradesIn('many')).toBe(gradesIn('one'));
      expect(gradesIn('many')).toContain('davi,01-regression,26,30,timeout\n');
      expect(redis.ask('KEYS', 'bull:*:run-*')).toEqual([]);
    }, 400_000);

    test('called wrongly', () => {
      for (const [words, message] of [
        [['worker'], /npm run grade -- worker --queue/],
        [['worker', '--queue', 'x'], /--queue precisa de um endereço/],
        [['worker', '--queue', redis.address, '--jobs', '0'], /npm run grade -- worker --queue/],
        [['worker', '--queue', redis.address, '--frobnicate'], /'--frobnicate'[^]*npm run grade -- worker/],
        [['worker', '--queue', `redis://127.0.0.1:${redis.port}`], /não aceita a senha: NOAUTH/],
        [['submissions', '--out', 'o', '--queue', 'redis://127.0.0.1:1'], /O Redis em 127\.0\.0\.1:1 não atende/],
      ] as const) {
        const { status, stderr } = runCli(folder, words);
        expect(stderr).toMatch(message);
        expect(status).toBe(2);
      }
      expect(runCli(folder, ['worker', '--help']).stdout).toContain('--unsafe-no-sandbox');
    }, 120_000);
  });
});

async function waitFor(look: () => string[]): Promise<string[]> {
  for (;;) {
    const found = look();
    if (found.length > 0) return found;
    await sleep(50);
  }
}
