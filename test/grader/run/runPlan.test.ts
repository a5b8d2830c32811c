import { ConversionStopped } from '../../../lib/grader/src/convert/helperProcess';
import type { Converters } from '../../../lib/grader/src/convert/converters';
import { runPlan } from '../../../lib/grader/src/run/runPlan';
import { Stopped, type SandboxProcess, type Stop } from '../../../lib/grader/src/sandbox/sandboxProcess';

const wanted = Array.from({ length: 20 }, (_, i) => ({ item: `item ${i}`, name: 'f', cases: [] }));
const cells = Array.from(
  { length: 5 },
  (_, i) => ({ do: 'run', cell: i, source: `cell ${i}`, item: undefined }) as const,
);

/** Runs a plan with processes that answer every request in the same way. */
async function counted(
  plan: Pick<Parameters<typeof runPlan>[0], 'steps' | 'wanted'>,
  request: () => Promise<unknown>,
  convert: () => Promise<unknown> = () => Promise.reject(new Error('nothing to convert')),
): Promise<{ opened: number; ended: number; run: Promise<Awaited<ReturnType<typeof runPlan>>> }> {
  const count = { opened: 0, ended: 0 };
  const open = (): Promise<SandboxProcess> => {
    count.opened++;
    const process = {
      request,
      leftNothing: request,
      takeOutput: () => '',
      end: () => Promise.resolve(++count.ended),
    };
    return Promise.resolve(process as unknown as SandboxProcess);
  };
  const run = runPlan({ withoutAnswer: [], ...plan }, { convert } as unknown as Converters, open);
  await run.catch(() => undefined);
  return { ...count, run };
}

describe('running a submission', () => {
  test.each<[Stop, number]>([
    ['wall', 3],
    ['cpu', 12],
    ['exit', 12],
  ])('functions that all end their process by %s have %d processes, each of which is ended', async (why, processes) => {
    const { opened, ended, run } = await counted({ steps: [], wanted }, () => Promise.reject(new Stopped(why)));
    expect([opened, ended]).toEqual([processes, processes]);
    const hits = [...(await run).functions.values()].map((ofItem) => ofItem.get('f'));
    expect(hits.slice(0, processes)).toEqual(
      Array(processes).fill({ hit: { why: 'call-stopped', name: 'f', stop: why } }),
    );
    expect(hits.slice(processes)).toEqual(Array(wanted.length - processes).fill({ hit: { why: 'given-up' } }));
  });

  test('a process is ended, and not given to the next, where all went well', async () => {
    const request = (): Promise<{ outcomes: [] }> => Promise.resolve({ outcomes: [] });
    const { opened, ended, run } = await counted({ steps: [], wanted }, request);
    expect([opened, ended]).toEqual([1, 1]);
    expect([...(await run).functions.values()].map((ofItem) => ofItem.get('f'))).toEqual(
      wanted.map(() => ({ outcomes: [] })),
    );
  });

  test('a process is ended where the grader itself is at fault', async () => {
    const fault = new Error('the grader’s own');
    const { opened, ended, run } = await counted({ steps: [], wanted }, () => Promise.reject(fault));
    expect([opened, ended]).toEqual([1, 1]);
    await expect(run).rejects.toBe(fault);
  });

  test('after two cells whose types take too long no other is tried', async () => {
    const convert = jest.fn(() => Promise.resolve(new ConversionStopped('cpu')));
    const { run } = await counted(
      { steps: cells, wanted: wanted.slice(0, 1) },
      () => Promise.reject(new Stopped('exit')),
      convert,
    );
    expect(convert).toHaveBeenCalledTimes(2);
    expect((await run).failures.map(({ hit }) => hit.why)).toEqual(cells.map(() => 'types-stopped'));
  });
});
