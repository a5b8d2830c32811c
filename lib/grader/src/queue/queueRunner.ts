import { Job, Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Text } from '../language';
import { contentHash, type RunJob } from '../run/runJob';
import type { Runner } from '../run/runner';
import { unpackRun, type StoredRun } from '../run/storedRun';
import { connect, redisAddress } from './connection';
import { pack, unpack } from './envelope';
import { announce, present } from './presence';
import { queueName } from './queueName';
import { troubleTeller } from './trouble';
import * as words from './words';

/** How often it is looked whether a job ended and its event was lost, and whether anybody works. */
const lookEvery = 5000;

/** Nobody is missed before. */
const grace = 10_000;

/** A machine that fails is not asked at once again. */
const jobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 1000 },
  // Results that nobody fetched, since the run was interrupted: the next one takes them.
  removeOnComplete: { age: 24 * 3600 },
  // The dead letters.
  removeOnFail: { age: 7 * 24 * 3600 },
} as const;

/** A job that is not done. */
class Waiting {
  readonly done: Promise<StoredRun>;
  /** Whether it was put into the queue. */
  isIn = false;
  resolve: (run: StoredRun) => void = () => undefined;
  reject: (error: Error) => void = () => undefined;

  constructor(readonly job: RunJob) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

/**
 * Runs jobs on other machines, over BullMQ. A job's id is the hash of its content: however often it is put into the queue, by
 * whatever run, it is there once, and however often it is run, its result is the same.
 */
export class QueueRunner implements Runner {
  readonly capacity = 1000;
  private readonly waiting = new Map<string, Waiting>();
  private readonly timer: NodeJS.Timeout;
  private readonly presence: { stop(): Promise<void> };
  private told = '';
  /** Whether a look is under way, which waits while Redis is away. */
  private looking = false;
  private closed = false;
  private readonly since = Date.now();

  private constructor(
    private readonly version: string,
    private readonly redis: Redis,
    private readonly queue: Queue,
    private readonly events: QueueEvents,
    private readonly tell: (text: Text) => void,
    private readonly tellTrouble: (error: unknown) => void,
  ) {
    this.presence = announce(redis, 'front', version);
    const settle = ({ jobId }: { jobId: string }): void => void this.settle(jobId);
    events.on('completed', settle);
    events.on('failed', settle);
    this.timer = setInterval(() => {
      if (this.looking) return;
      this.looking = true;
      this.look()
        .catch((error: unknown) => {
          if (!this.closed) this.tellTrouble(error);
        })
        .finally(() => {
          this.looking = false;
        });
    }, lookEvery);
  }

  /**
   * @param version of the code, which the workers must have too
   * @param tell what the instructor should know
   * @throws Refusal if Redis does not let us in
   */
  static async open(address: string, version: string, tell: (text: Text) => void): Promise<QueueRunner> {
    const connection = redisAddress(address);
    const tellTrouble = troubleTeller(tell);
    const redis = await connect(connection, tellTrouble);
    const queue = new Queue(queueName(version), { connection });
    const events = new QueueEvents(queueName(version), { connection });
    queue.on('error', tellTrouble);
    events.on('error', tellTrouble);
    await events.waitUntilReady();
    return new QueueRunner(version, redis, queue, events, tell, tellTrouble);
  }

  /** @throws TooLarge, and Error for a job that no machine could run */
  async run(job: RunJob): Promise<StoredRun> {
    const id = `run-${contentHash(job)}`;
    const known = this.waiting.get(id);
    if (known !== undefined) return known.done;
    const waiting = new Waiting(job);
    this.waiting.set(id, waiting);
    try {
      // What failed for an earlier run may be mended now.
      if ((await this.queue.getJobState(id)) === 'failed') await this.queue.remove(id);
      await this.put(id, job);
      waiting.isIn = true;
      await this.settle(id);
    } catch (error) {
      this.waiting.delete(id);
      throw error;
    }
    return waiting.done;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.presence.stop();
    await Promise.all([this.events.close(), this.queue.close()]);
    this.redis.disconnect();
  }

  private async put(id: string, job: RunJob): Promise<void> {
    await this.queue.add('run', { job: pack(job) }, { ...jobOptions, jobId: id });
  }

  /** Looks what became of a job; whoever asked for it gets the result, which then need not stay in Redis. */
  private async settle(id: string): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting?.isIn !== true) return;
    try {
      const state = await this.queue.getJobState(id);
      if (state === 'failed' || state === 'completed') await this.end(id, waiting, state);
      else if (state === 'unknown' && this.waiting.has(id)) await this.put(id, waiting.job);
    } catch (error) {
      // Redis is away: it is looked again.
      this.tellTrouble(error);
    }
  }

  /** A failed job stays among the dead letters until somebody asks for it again. */
  private async end(id: string, waiting: Waiting, state: 'failed' | 'completed'): Promise<void> {
    const ended = await Job.fromId(this.queue, id);
    if (ended === undefined || !this.waiting.delete(id)) return;
    try {
      if (state === 'failed') throw new Error(ended.failedReason);
      waiting.resolve(readRun(ended.returnvalue));
    } catch (error) {
      waiting.reject(error instanceof Error ? error : new Error(String(error)));
    }
    if (state === 'completed') await this.queue.remove(id);
  }

  private async look(): Promise<void> {
    for (const id of [...this.waiting.keys()]) await this.settle(id);
    if (this.waiting.size === 0 || Date.now() - this.since < grace) return;
    const workers = (await present(this.redis)).filter(({ role }) => role === 'worker');
    const others = workers.map(({ version, place }) => `${place} ${version}`).sort();
    const missing = workers.every(({ version }) => version !== this.version);
    const now = missing ? `nobody ${others.join()}` : '';
    if (missing && now !== this.told) this.tell(words.sayNobodyWorks(this.version, others));
    this.told = now;
  }
}

/** @throws Error if it is damaged */
function readRun(message: unknown): StoredRun {
  const run = unpack(message);
  unpackRun(run);
  return run as StoredRun;
}
