import { Pace } from '../../../lib/kernel/src/wire/pace';

/** Sends as fast as the pace allows; gives the times. */
function send(pace: Pace, count: number, bytes: number, start = 0): number[] {
  const times: number[] = [];
  for (let now = start; times.length < count;) {
    const wait = pace.wait(bytes, now);
    expect(wait).toBeGreaterThanOrEqual(0);
    now += wait;
    if (wait > 0) continue;
    pace.add(bytes, now);
    times.push(now);
  }
  return times;
}

/** The most that any three seconds hold. */
function most(times: readonly number[]): number {
  return Math.max(...times.map((time, i) => times.slice(i).filter((later) => later < time + 3000).length));
}

test('no three seconds hold more than 3000 messages, nor far fewer when there are more', () => {
  const held = most(send(new Pace(), 8000, 0));
  expect(held).toBeLessThan(3000);
  expect(held).toBeGreaterThan(2000);
});

test('no three seconds hold more than 3 MB of streams', () => {
  const held = most(send(new Pace(), 60, 262_144)) * 262_144;
  expect(held).toBeLessThan(3_000_000);
  expect(held).toBeGreaterThan(1_500_000);
});

test('a message that is larger than the limit goes out when there is nothing else', () => {
  expect(send(new Pace(), 2, 50_000_000)).toEqual([0, 3000]);
});

test('what has no size does not wait for bytes', () => {
  const pace = new Pace();
  send(pace, 1, 50_000_000);
  expect(pace.wait(0, 1)).toBe(0);
});

test('after a reset nothing waits', () => {
  const pace = new Pace();
  send(pace, 2400, 0);
  expect(pace.wait(0, 1)).toBeGreaterThan(0);
  pace.reset();
  expect(pace.wait(0, 1)).toBe(0);
});
