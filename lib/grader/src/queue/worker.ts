import { hostname } from 'node:os';
import { UnrecoverableError, Worker, type Job } from 'bullmq';
import type { Language, Text } from '../language';
import { contentHash, type RunJob } from '../run/runJob';
import { WrongRuntime, type Runner } from '../run/runner';
import { connect, redisAddress } from './connection';
import { pack, unpack } from './envelope';
import { oneLine } from './oneLine';
import { announce, present } from './presence';
import { queueName } from './queueName';
import { Trouble } from './trouble';
import * as words from './words';

/** How it is found out that a worker is gone. */
export interface Locks {
  /** A job that its worker has not confirmed for so many milliseconds is another's; it does so in half the time. */
  readonly lockDuration: number;
  /** How often all workers look for such jobs, in milliseconds. */
  readonly stalledInterval: number;
  /** A job over which more workers were lost is a dead letter. */
  readonly maxStalledCount: number;
}

const locksByDefault: Locks = { lockDuration: 20_000, stalledInterval: 10_000, maxStalledCount: 3 };

const lookEvery = 15_000;

/** How BullMQ says that a job is another worker's by now, or nobody's. */
const jobIsLost = /^(?:Missing key|Missing lock|Lock mismatch|could not renew lock) for job (run-\w+)/;

export interface WorkerParts {
  readonly address: string;
  readonly version: string;
  /** Submissions at a time. */
  readonly jobs: number;
  readonly runner: Runner;
  readonly language: Language;
  readonly locks?: Locks;
}

/**
 * Takes jobs from the queue until it is told to stop, by a signal: then it finishes what it has. A second signal ends it at once,
 * and another worker does what is left.
 * @throws Refusal if Redis does not let us in
 */
export async function work({ address, version, jobs, runner, language, locks }: WorkerParts): Promise<void> {
  const say = (text: Text): void => {
    console.error(text[language]);
  };
  const connection = redisAddress(address);
  const trouble = new Trouble(say);
  const redis = await connect(connection, trouble);
  const worker = new Worker(queueName(version), (job) => runJob(job, runner), {
    connection,
    ...(locks ?? locksByDefault),
    concurrency: jobs,
    name: hostname(),
  });
  const lost = new Set<string>();
  worker.on('error', (error) => {
    const [, id] = jobIsLost.exec(error.message) ?? [];
    if (id === undefined) trouble.tell(error);
    else if (!lost.has(id)) say(words.sayLost(short(id)));
    if (id !== undefined) lost.add(id);
  });
  worker.on('completed', ({ id = '', processedOn = 0, finishedOn = 0 }) => {
    say(words.sayRun(short(id), (finishedOn - processedOn) / 1000));
  });
  worker.on('failed', (job, error) => {
    say(words.sayNotRun(short(job?.id ?? ''), oneLine(error.message)));
  });
  await worker.waitUntilReady();
  const presence = announce(redis, 'worker', version);
  say(words.sayReady(version, jobs));
  let told = '';
  const timer = setInterval(() => {
    void present(redis).then(
      (all) => {
        const waiting = all.filter(({ role }) => role === 'front').map((front) => front.version);
        const others = waiting.includes(version) ? [] : [...new Set(waiting)].sort();
        if (others.length > 0 && told !== others.join()) say(words.sayOtherVersion(version, others.map(oneLine)));
        told = others.join();
      },
      () => undefined,
    );
  }, lookEvery);
  await stopped();
  say(words.sayFinishing);
  clearInterval(timer);
  await presence.stop();
  await worker.close();
  await runner.close();
  redis.disconnect();
}

async function runJob(job: Job, runner: Runner): Promise<string> {
  try {
    return pack(await runner.run(readJob(job)));
  } catch (error) {
    const message = `${hostname()}: ${error instanceof Error ? error.message : String(error)}`;
    // Another machine with this version would say the same.
    if (error instanceof WrongRuntime || error instanceof BadJob) throw new UnrecoverableError(message);
    throw new Error(message);
  }
}

/** A message that is no job. */
class BadJob extends Error {}

/** The job of a message, if it is the one that its id says. */
function readJob({ id, data }: Job): RunJob {
  let job: RunJob;
  try {
    job = unpack((data as { job?: unknown }).job) as RunJob;
  } catch (error) {
    throw new BadJob(error instanceof Error ? error.message : String(error));
  }
  if (`run-${contentHash(job)}` !== id) throw new BadJob('The job is not the one that its id names.');
  return job;
}

function short(id: string): string {
  return oneLine(id.slice(0, 16));
}

/** Waits for the first signal; the second ends the process. */
function stopped(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve();
      });
    }
  });
}
