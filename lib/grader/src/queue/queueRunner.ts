import { Queue, QueueEvents } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Text } from '../language';
import { contentHash, type RunJob } from '../run/runJob';
import type { Runner } from '../run/runner';
import { readStoredRun, type StoredRun } from '../run/storedRun';
import { connect, redisAddress } from './connection';
import { pack, unpack } from './envelope';
import { oneLine } from './oneLine';
import { announce, present } from './presence';
import { queueName } from './queueName';
import { Trouble } from './trouble';
import * as words from './words';

/** How often it is looked whether a job ended and its event was lost, and whether anybody works, in milliseconds. */
const usualLookEvery = 5000;

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
  /** Whether this run has asked for it: a failure from before may be mended now. */
  isAsked = false;
  resolve: (run: StoredRun) => void = () => undefined;
  reject: (error: Error) => void = () => undefined;

  /** @param message the job as it travels */
  constructor(readonly message: string) {
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
  /** Who was missing at the last look, and who was told to be. */
  private missing = '';
  private told = '';
  /** Whether a look is under way, which waits while Redis is away. */
  private looking = false;
  private closed = false;

  private constructor(
    private readonly version: string,
    private readonly redis: Redis,
    private readonly queue: Queue,
    private readonly events: QueueEvents,
    private readonly tell: (text: Text) => void,
    private readonly trouble: Trouble,
    lookEvery: number,
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
          if (!this.closed) this.trouble.tell(error);
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
  static async open(
    address: string,
    version: string,
    tell: (text: Text) => void,
    lookEvery = usualLookEvery,
  ): Promise<QueueRunner> {
    const connection = redisAddress(address);
    const trouble = new Trouble(tell);
    const redis = await connect(connection, trouble);
    const queue = new Queue(queueName(version), { connection });
    const events = new QueueEvents(queueName(version), { connection });
    queue.on('error', trouble.tell);
    events.on('error', trouble.tell);
    await events.waitUntilReady();
    return new QueueRunner(version, redis, queue, events, tell, trouble, lookEvery);
  }

  /** @throws TooLarge, and Error for a job that no machine could run */
  async run(job: RunJob): Promise<StoredRun> {
    const id = `run-${contentHash(job)}`;
    const known = this.waiting.get(id);
    if (known !== undefined) return known.done;
    const waiting = new Waiting(pack(job));
    this.waiting.set(id, waiting);
    void this.settle(id);
    return waiting.done;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    const isAway = this.redis.status !== 'ready';
    await this.presence.stop();
    for (const one of [this.events, this.queue]) {
      // To take leave of a Redis that is away, it would be waited for.
      if (isAway) await one.getBackend().close(true);
      await one.close();
    }
    this.redis.disconnect();
  }

  /** Puts a job in, or looks what became of it; while Redis is away, or takes nothing more, the next look does so. */
  private async settle(id: string): Promise<void> {
    const waiting = this.waiting.get(id);
    if (waiting === undefined) return;
    try {
      const state = await this.queue.getJobState(id);
      const isOld = state === 'failed' && !waiting.isAsked;
      if (state === 'unknown' || isOld) await this.put(id, waiting);
      else if (state === 'failed' || state === 'completed') await this.end(id, waiting, state);
      waiting.isAsked = true;
    } catch (error) {
      if (!this.closed) this.trouble.tell(error);
    }
  }

  private async put(id: string, { message }: Waiting): Promise<void> {
    // Also what Redis has kept of a job of which it forgot that it waits.
    await this.queue.remove(id);
    if (this.waiting.has(id)) await this.queue.add('run', { job: message }, { ...jobOptions, jobId: id });
  }

  /**
   * Gives the result to whoever asked for it; then it need not stay in Redis. A failed job stays among the dead letters until
   * somebody asks for it again. Whatever somebody wrote there instead stops nothing.
   */
  private async end(id: string, waiting: Waiting, state: 'failed' | 'completed'): Promise<void> {
    const [result, reason] = await this.redis.hmget(this.queue.toKey(id), 'returnvalue', 'failedReason');
    const said = state === 'failed' ? reason : result;
    // Another run may have taken it away.
    if (typeof said !== 'string') return this.put(id, waiting);
    if (!this.waiting.delete(id)) return;
    try {
      if (state === 'failed') throw new Error(said);
      waiting.resolve(readStoredRun(unpack(JSON.parse(said))));
    } catch (error) {
      waiting.reject(new Error(oneLine(error instanceof Error ? error.message : String(error))));
    }
    if (state === 'completed') await this.queue.remove(id);
  }

  private async look(): Promise<void> {
    for (const id of [...this.waiting.keys()]) await this.settle(id);
    if (this.waiting.size === 0) return;
    const workers = (await present(this.redis)).filter(({ role }) => role === 'worker');
    const others = workers.map(({ version, place }) => oneLine(`${place} ${version}`)).sort();
    const isMissing = workers.every(({ version }) => version !== this.version);
    const now = isMissing ? `nobody ${others.join()}` : '';
    // Seen twice: workers may just be starting, and a Redis that was away or was emptied has yet to be told who is there.
    if (now === this.missing && now !== this.told) {
      if (isMissing) this.tell(words.sayNobodyWorks(this.version, others));
      this.told = now;
    }
    this.missing = now;
  }
}
