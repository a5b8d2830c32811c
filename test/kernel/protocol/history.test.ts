import { cell, runAll, useKernel } from '../harness';

const kernel = useKernel();
type Entry = [session: number, line: number, source: string | [string, string | null]];

async function history(request: object): Promise<Entry[]> {
  const defaults = { output: false, raw: true };
  const { reply } = await kernel().request('history_request', { ...defaults, ...request });
  expect(reply).toMatchObject({ msg_type: 'history_reply', status: 'ok' });
  return reply.history as Entry[];
}

beforeEach(async () => {
  const quiet = cell({ typescript: 'let z1 = 1;', python: 'z1 = 1' });
  await runAll(kernel(), quiet, '11 + 22', '33 + 44');
}, 60_000);

test('tail gives the last cells', async () => {
  const entries = await history({ hist_access_type: 'tail', n: 2 });
  expect(entries.map(([, , source]) => source)).toEqual(['11 + 22', '33 + 44']);
}, 20_000);

test('tail gives their results too, when asked', async () => {
  const entries = await history({ hist_access_type: 'tail', n: 2, output: true });
  expect(entries.map(([, , source]) => source)).toEqual([
    ['11 + 22', '33'],
    ['33 + 44', '77'],
  ]);
}, 20_000);

test('range gives cells of this session by number', async () => {
  const [[session, line] = [0, 0]] = await history({ hist_access_type: 'tail', n: 2 });
  const entries = await history({ hist_access_type: 'range', session, start: line, stop: line + 1 });
  expect(entries.map(([, number, source]) => [number, source])).toEqual([[line, '11 + 22']]);
}, 20_000);

test('search finds by pattern, each text once if so wanted', async () => {
  const all = await history({ hist_access_type: 'search', pattern: '11*', n: 10 });
  expect(all.map(([, , source]) => source)).toContain('11 + 22');
  const unique = await history({ hist_access_type: 'search', pattern: '11*', n: 10, unique: true });
  expect(unique.map(([, , source]) => source)).toEqual(['11 + 22']);
}, 20_000);

test('cells with store_history false, and silent ones, are not in it', async () => {
  await kernel().execute('555', { store_history: false });
  await kernel().execute('666', { silent: true });
  const entries = await history({ hist_access_type: 'tail', n: 1 });
  expect(entries.map(([, , source]) => source)).toEqual(['33 + 44']);
}, 20_000);
