import { Slots } from '../../../lib/grader/src/run/slots';

/** A piece of work that ends when it is told to. */
function work(): { readonly promise: Promise<void>; readonly end: () => void } {
  let end = (): void => undefined;
  const promise = new Promise<void>((resolve) => (end = resolve));
  return { promise, end };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('so many at a time, each in its turn', async () => {
  const slots = new Slots(1, 2 ** 30);
  const [first, second] = [work(), work()];
  const entered: string[] = [];
  const one = slots.within(() => (entered.push('one'), first.promise));
  const two = slots.within(() => (entered.push('two'), second.promise));
  await turn();
  expect(entered).toEqual(['one']);
  first.end();
  await one;
  await turn();
  expect(entered).toEqual(['one', 'two']);
  second.end();
  await two;
});

test('who takes long lends its slot, once, and no more than twice as many are inside', async () => {
  const slots = new Slots(1, 0);
  const all = [work(), work(), work()];
  let inside = 0;
  const done = all.map(({ promise }) => slots.within(() => (inside++, promise)));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(inside).toBe(2);
  all[0]?.end();
  await done[0];
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(inside).toBe(3);
  for (const { end } of all) end();
  await Promise.all(done);
});

test('a failure gives its slot back', async () => {
  const slots = new Slots(1, 2 ** 30);
  await expect(slots.within(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await expect(slots.within(() => Promise.resolve(1))).resolves.toBe(1);
});
