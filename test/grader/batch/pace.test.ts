import { stepped, timeLeft, type Pace } from '../../../lib/grader/src/batch/pace';

/** A run whose steps took these times. */
const after = (...times: readonly number[]): { pace: Pace; now: number } => {
  let [pace, now]: [Pace, number] = [{ done: 0, recent: [1000] }, 1000];
  for (const time of times) pace = stepped(pace, (now += time));
  return { pace, now };
};

test('nothing is known before the first step', () => {
  expect(timeLeft({ done: 0, recent: [0] }, 10, 5000)).toBeUndefined();
});

test('the pace of the steps so far, counting down between them', () => {
  const { pace, now } = after(100, 100);
  expect(timeLeft(pace, 12, now)).toBe(1000);
  expect(timeLeft(pace, 12, now + 60)).toBe(940);
  expect(timeLeft(pace, 2, now)).toBe(0);
});

test('many fast steps from the cache do not hide how slow the others are', () => {
  const { pace, now } = after(...Array<number>(500).fill(1), ...Array<number>(24).fill(200));
  expect(timeLeft(pace, 534, now)).toBe(2000);
});

test('a step that does not end makes it longer, not shorter', () => {
  const { pace, now } = after(100, 100);
  expect(timeLeft(pace, 12, now + 10_000)).toBeGreaterThan(10_000);
});
