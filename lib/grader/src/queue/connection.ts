import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Refusal } from '../cli/refusal';
import type { Trouble } from './trouble';
import * as words from './words';

/** So long is waited for Redis at the start; later it is waited for without an end. */
const patience = 5000;

/**
 * A connection on which an answer is awaited for so long is taken for dead, and made anew: what lies between may have dropped it
 * without a word. BullMQ has Redis wait up to 10 seconds for a job before it answers.
 */
const silence = 60_000;

/** Where Redis is, for ioredis and for BullMQ. */
export interface RedisAddress {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: object;
  readonly maxRetriesPerRequest: null;
  readonly socketTimeout: number;
}

/**
 * What a `redis://` or `rediss://` address says. A password that should not stand in the command comes from
 * LOSSBOOK_REDIS_PASSWORD.
 * @throws Refusal
 */
export function redisAddress(text: string): RedisAddress {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Refusal(words.sayNoAddress);
  }
  if ((url.protocol !== 'redis:' && url.protocol !== 'rediss:') || url.hostname === '') {
    throw new Refusal(words.sayNoAddress);
  }
  const password = decodeURIComponent(url.password) || process.env.LOSSBOOK_REDIS_PASSWORD;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? 6379 : Number(url.port),
    db: Number(url.pathname.slice(1)) || 0,
    ...(url.username !== '' && { username: decodeURIComponent(url.username) }),
    ...(password !== undefined && { password }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
    // As BullMQ asks for: commands wait while Redis is away.
    maxRetriesPerRequest: null,
    socketTimeout: silence,
  };
}

/**
 * Connects to Redis, which must be there and let us in; when it goes away later, the connection comes back with it.
 * @param trouble told of what goes wrong later
 * @throws Refusal
 */
export async function connect(address: RedisAddress, trouble: Trouble): Promise<Redis> {
  let isIn = false;
  let first: Error | undefined;
  const redis = new Redis({
    ...address,
    lazyConnect: true,
    connectTimeout: patience,
    // Else a process that was refused lives on for two seconds.
    disconnectTimeout: 200,
    retryStrategy: (times) => (isIn ? Math.min(200 * times, patience) : null),
  });
  redis.on('error', (error: Error) => {
    // It says more than the refused promise, which is that of a closed connection.
    first ??= error;
    if (isIn) trouble.tell(error);
  });
  redis.on('ready', trouble.end);
  try {
    await Promise.race([greet(redis), noAnswer()]);
    isIn = true;
  } catch (error) {
    redis.disconnect();
    const { message } = first ?? (error instanceof Error ? error : new Error(String(error)));
    throw new Refusal(words.sayNoRedis(`${address.host}:${address.port}`, message));
  }
  return redis;
}

/** Asks for what BullMQ will ask for: a user of Redis may have the right to connect and no other. */
async function greet(redis: Redis): Promise<void> {
  await redis.connect();
  await redis.info('server');
  await redis.eval('return 1', 0);
}

/** Something listens there, but it is no Redis, or one that is stuck. */
async function noAnswer(): Promise<never> {
  await sleep(patience, undefined, { ref: false });
  throw new Error('no answer');
}
