import { hostname } from 'node:os';
import type { Redis } from 'ioredis';

/** Who puts jobs into the queue, and who takes them. */
export type Role = 'front' | 'worker';

/** Somebody at the queue. */
export interface Present {
  readonly role: Role;
  readonly version: string;
  /** The machine's name and the process. */
  readonly place: string;
}

const prefix = 'lossbook-grader:present:';

/** Whoever is not heard of for so many seconds is gone. */
const seconds = 15;

/**
 * Says in Redis that this process is at the queue, until it is stopped. Redis forgets it by its own clock, so that those of the
 * machines may differ.
 */
export function announce(redis: Redis, role: Role, version: string): { stop(): Promise<void> } {
  const key = `${prefix}${role}:${version}:${hostname()}/${process.pid}`;
  const beat = (): void => {
    // While Redis is away nobody sees the beat; the connection comes back by itself.
    redis.set(key, '', 'EX', seconds).catch(() => undefined);
  };
  beat();
  const timer = setInterval(beat, (1000 * seconds) / 3);
  return {
    async stop() {
      clearInterval(timer);
      // Redis forgets it by itself; nobody waits for one that is away.
      if (redis.status === 'ready') await redis.del(key).catch(() => undefined);
    },
  };
}

/** Everybody at the queue. */
export async function present(redis: Redis): Promise<Present[]> {
  const found: Present[] = [];
  for await (const keys of redis.scanStream({ match: `${prefix}*`, count: 1000 }) as AsyncIterable<string[]>) {
    for (const key of keys) {
      const [, role, version = '', place = ''] = /^(front|worker):(\w+):(.*)$/.exec(key.slice(prefix.length)) ?? [];
      if (role === 'front' || role === 'worker') found.push({ role, version, place });
    }
  }
  return found;
}
