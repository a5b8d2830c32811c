import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { Refusal } from '../../../lib/grader/src/cli/refusal';
import { pack } from '../../../lib/grader/src/queue/envelope';
import { QueueRunner } from '../../../lib/grader/src/queue/queueRunner';
import { codeVersion } from '../../../lib/grader/src/queue/codeVersion';
import { contentHash, type RunJob } from '../../../lib/grader/src/run/runJob';
import { defaultLimits } from '../../../lib/grader/src/sandbox/limits';
import { root } from '../support/exercise';
import { emptyFolder, removeFolder } from '../support/grading';
import { describeWithRedis, RedisServer } from './redis';

const jobOf = (source: string): RunJob => ({
  version: 1,
  steps: [{ do: 'run', cell: 1, source, item: undefined }],
  withoutAnswer: [],
  wanted: [],
  forbidden: [],
  runtime: 'r',
  versions: {},
  isolated: true,
  limits: defaultLimits,
});

describeWithRedis('the queue', () => {
  const folder = emptyFolder();
  const workers: ChildProcess[] = [];
  const told: string[] = [];
  let redis: RedisServer;
  let front: QueueRunner;

  const startWorker = async (version = 'v1'): Promise<{ process: ChildProcess; said: () => string }> => {
    const worker = spawn(process.execPath, [join(__dirname, 'fakeWorker.cjs'), redis.address, version, folder]);
    workers.push(worker);
    let text = '';
    worker.stderr.setEncoding('utf8').on('data', (more: string) => (text += more));
    while (!text.includes('Pronto')) await once(worker.stderr, 'data');
    return { process: worker, said: () => text };
  };
  /** By which processes a job was run. */
  const runsOf = (source: string): string[] =>
    readFileSync(join(folder, 'runs'), 'utf8')
      .split('\n')
      .filter((line) => line.endsWith(` ${source}`))
      .map((line) => line.split(' ')[0] ?? '');
  const openFront = (version = 'v1'): Promise<QueueRunner> =>
    QueueRunner.open(redis.address, version, ({ pt }) => told.push(pt), 1000);
  const keyOf = (name: string): string => `bull:lossbook-grader-v1:${name}`;
  const idOf = (source: string): string => `run-${contentHash(jobOf(source))}`;
  const isPut = async (source: string): Promise<void> => {
    while (redis.ask('EXISTS', keyOf(idOf(source)))[0] !== '1') await sleep(50);
  };

  beforeAll(async () => {
    redis = await RedisServer.start();
    writeFileSync(join(folder, 'runs'), '');
    front = await openFront();
  });
  afterEach(async () => {
    for (const worker of workers.splice(0)) {
      if (worker.exitCode !== null || worker.signalCode !== null) continue;
      worker.kill('SIGTERM');
      await once(worker, 'exit');
    }
  });
  afterAll(async () => {
    await front.close();
    await redis.remove();
    removeFolder(folder);
  });

  test('a job is run once and gives its result, however often it is asked for', async () => {
    await startWorker();
    await startWorker();
    const other = await openFront();
    const runs = await Promise.all([front.run(jobOf('a')), front.run(jobOf('a')), other.run(jobOf('a'))]);
    for (const run of runs) expect(run).toMatchObject({ output: 'ran a', sandbox: 'fake' });
    await other.close();
    // The second front may have asked when the first had taken the result away.
    expect(runsOf('a').length).toBeLessThanOrEqual(2);
  });

  test('nothing of it stays in Redis', async () => {
    await startWorker();
    await front.run(jobOf('b'));
    await sleep(300);
    expect(redis.ask('KEYS', '*run-*')).toEqual([]);
  });

  test('what a run that was interrupted put in is run, and the next run takes the result', async () => {
    const lost = await openFront();
    void lost.run(jobOf('c')).catch(() => undefined);
    await sleep(300);
    await lost.close();
    await startWorker();
    while (runsOf('c').length === 0) await sleep(50);
    expect(await front.run(jobOf('c'))).toMatchObject({ output: 'ran c' });
    expect(runsOf('c')).toHaveLength(1);
  });

  test('a machine that fails is asked three times; then the job is a dead letter that says why, until it is asked for again', async () => {
    await startWorker();
    await expect(front.run(jobOf('fail'))).rejects.toThrow(/: no sandbox today$/);
    expect(runsOf('fail')).toHaveLength(3);
    await expect(front.run(jobOf('mend'))).rejects.toThrow(/not yet/);
    expect(redis.ask('ZRANGE', keyOf('failed'), '0', '-1')).toContain(idOf('mend'));
    writeFileSync(join(folder, 'mended'), '');
    expect(await front.run(jobOf('mend'))).toMatchObject({ output: 'ran mend' });
  }, 30_000);

  test('a job that does not fit this version is not tried again', async () => {
    await startWorker();
    await expect(front.run(jobOf('wrong'))).rejects.toThrow(/This machine has the runtime b, the job needs a/);
    expect(runsOf('wrong')).toHaveLength(1);
  });

  test('a job over which workers die is done by none: it is a dead letter, and the others go on', async () => {
    for (let i = 0; i < 3; i++) await startWorker();
    const killing = expect(front.run(jobOf('kill'))).rejects.toThrow(/stalled/);
    await killing;
    expect(new Set(runsOf('kill')).size).toBe(2);
    expect(await front.run(jobOf('d'))).toMatchObject({ output: 'ran d' });
  }, 60_000);

  test('a worker that is told to stop finishes what it has', async () => {
    const { process: worker } = await startWorker();
    const run = front.run(jobOf('slow'));
    while (runsOf('slow').length === 0) await sleep(50);
    worker.kill('SIGTERM');
    expect(await run).toMatchObject({ output: 'ran slow' });
    if (worker.exitCode === null) await once(worker, 'exit');
    expect(worker.exitCode).toBe(0);
    expect(runsOf('slow')).toHaveLength(1);
  });

  test('machines of another version take nothing, and both sides say why', async () => {
    const { said } = await startWorker('v2');
    const run = front.run(jobOf('e'));
    while (!told.some((text) => text.includes('Outras versões têm'))) await sleep(100);
    while (!said().includes('Recusado')) await sleep(100);
    expect(told.at(-1)).toMatch(/Ninguém com a versão daqui, v1, .* v2\. Ponha as máquinas no mesmo commit/);
    expect(said()).toMatch(/à espera de outra versão \(v1\); a daqui é v2/);
    expect(runsOf('e')).toEqual([]);
    await startWorker('v1');
    expect(await run).toMatchObject({ output: 'ran e' });
  }, 60_000);

  test('Redis may go away and come back', async () => {
    const run = front.run(jobOf('f'));
    await sleep(300);
    const other = await openFront();
    told.splice(0);
    for (let times = 0; times < 2; times++) {
      await redis.stop();
      await sleep(500);
      // Nobody who has all results waits for it.
      if (times === 0) await other.close();
      await redis.startAgain();
      while (told.filter((text) => text.includes('voltou a responder')).length <= times) await sleep(50);
    }
    expect(told.filter((text) => text.includes('ECONNREFUSED')).length).toBeGreaterThanOrEqual(2);
    await startWorker();
    expect(await run).toMatchObject({ output: 'ran f' });
  }, 60_000);

  test('a job that Redis has forgotten is put in again', async () => {
    const run = front.run(jobOf('g'));
    await sleep(300);
    redis.ask('FLUSHALL');
    await startWorker();
    expect(await run).toMatchObject({ output: 'ran g' });
  }, 60_000);

  test('a job of which Redis has forgotten that it waits is put in again', async () => {
    const run = front.run(jobOf('i'));
    await isPut('i');
    redis.ask('DEL', keyOf('wait'));
    await startWorker();
    expect(await run).toMatchObject({ output: 'ran i' });
  }, 60_000);

  test('a Redis that is full is waited for, and said to be', async () => {
    redis.ask('CONFIG', 'SET', 'maxmemory', '1');
    const run = front.run(jobOf('j'));
    while (!told.some((text) => text.includes('OOM'))) await sleep(50);
    redis.ask('CONFIG', 'SET', 'maxmemory', '0');
    await startWorker();
    expect(await run).toMatchObject({ output: 'ran j' });
  }, 60_000);

  test('a result that is damaged, or that somebody made up, is an error, whatever it is', async () => {
    const packed = (text: string): string => JSON.stringify(gzipSync(text).toString('base64'));
    const results: readonly string[] = [
      'not JSON \x1b[2J',
      'null',
      '7',
      '"neither base64 nor gzip"',
      packed('not JSON \x1b[2J'),
      packed('null'),
      packed('{"version":1,"functions":[7],"failures":[],"output":"","sandbox":"bubblewrap"}'),
      packed('{"version":1,"functions":[],"failures":[],"output":""}'),
      packed(' '.repeat(40 * 2 ** 20)),
    ];
    const runs = results.map((result) => front.run(jobOf(result)).catch((error: unknown) => error));
    for (const result of results) {
      await isPut(result);
      const id = idOf(result);
      redis.ask('HSET', keyOf(id), 'returnvalue', result, 'data', 'no JSON', 'opts', '{');
      redis.ask('LREM', keyOf('wait'), '0', id);
      redis.ask('ZADD', keyOf('completed'), '1', id);
    }
    for (const error of await Promise.all(runs)) {
      expect(error).toBeInstanceOf(Error);
      expect((error as Error).message).not.toMatch(/\p{C}/u);
    }
  }, 60_000);

  test('a message that somebody else wrote is no job', async () => {
    const run = expect(front.run(jobOf('h'))).rejects.toThrow(/not the one that its id names/);
    await isPut('h');
    redis.ask('HSET', keyOf(idOf('h')), 'data', JSON.stringify({ job: pack(jobOf('evil')) }));
    await startWorker();
    await run;
    expect(runsOf('evil')).toEqual([]);
  });

  test('a job that is too large is refused at once', async () => {
    await expect(front.run({ ...jobOf('x'.repeat(40 * 2 ** 20)) })).rejects.toThrow(
      /MiB are more than the queue takes/,
    );
  });

  test('a user of Redis with too few rights, something that is no Redis: refused', async () => {
    // ioredis warns of the same.
    const warn = jest.spyOn(console, 'warn').mockImplementation();
    redis.ask('ACL', 'SETUSER', 'poor', 'on', '>p', '~*', '+@read', '+@connection');
    const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    for (const [address, message] of [
      [`redis://poor:p@127.0.0.1:${redis.port}`, /NOPERM/],
      [`redis://127.0.0.1:${(silent.address() as AddressInfo).port}`, /no answer/],
    ] as const) {
      const refusal = await QueueRunner.open(address, 'v1', () => undefined).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Refusal);
      expect((refusal as Refusal).text.pt).toMatch(message);
    }
    silent.close();
    warn.mockRestore();
  });

  test('a wrong password, a wrong address, nobody there: said at once, without the password', async () => {
    const wrong = QueueRunner.open(`redis://:secret@127.0.0.1:${redis.port}`, 'v1', () => undefined);
    const refusal = await wrong.catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect((refusal as Refusal).text.pt).toMatch(
      /^O Redis em 127\.0\.0\.1:\d+ não atende ou não aceita a senha: WRONGPASS/,
    );
    expect((refusal as Refusal).text.pt).not.toContain('secret');
    process.env.LOSSBOOK_REDIS_PASSWORD = redis.password;
    const without = await QueueRunner.open(`redis://127.0.0.1:${redis.port}`, 'v1', () => undefined);
    delete process.env.LOSSBOOK_REDIS_PASSWORD;
    await without.close();
    for (const address of ['http://x', 'redis:', 'x', 'redis://127.0.0.1:1']) {
      await expect(QueueRunner.open(address, 'v1', () => undefined)).rejects.toBeInstanceOf(Refusal);
    }
  });
});

test('a version names the code that runs', () => {
  expect(codeVersion(root)).toMatch(/^[0-9a-f]{12}$/);
  expect(codeVersion(root)).toBe(codeVersion(root));
});
