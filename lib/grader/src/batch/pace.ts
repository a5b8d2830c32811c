/** How fast a run gets on. */
export interface Pace {
  readonly done: number;
  /** The moments of the last steps, and the one before them, in milliseconds. */
  readonly recent: readonly number[];
}

/** So many steps tell the pace: those from the cache, which come first and fast, are soon forgotten. */
const window = 24;

/** One more is done. */
export function stepped({ done, recent }: Pace, now: number): Pace {
  return { done: done + 1, recent: [...recent, now].slice(-window - 1) };
}

/**
 * The milliseconds that are left at the pace of the last steps; a step that takes longer than they did makes the pace slower
 * while it lasts. Undefined before the first step.
 */
export function timeLeft({ done, recent }: Pace, total: number, now: number): number | undefined {
  const [first = now, steps] = [recent[0], recent.length - 1];
  const last = recent.at(-1) ?? now;
  if (steps === 0) return undefined;
  const usual = (last - first) / steps;
  const each = now - last > usual ? (now - first) / (steps + 1) : usual;
  // What of the present step has gone by is no longer ahead.
  return Math.max(0, each * (total - done) - Math.min(now - last, each));
}
