import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { History } from '../../../lib/kernel/src/front/history/history';
import { HistoryFile } from '../../../lib/kernel/src/front/history/history-file';
import { historyPlace } from '../../../lib/kernel/src/front/history/history-place';

let folder: string;
let place: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'history-'));
  place = path.join(folder, 'made', 'history.jsonl');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A session that runs cells and ends. */
async function session(...sources: string[]): Promise<History> {
  const file = new HistoryFile(place);
  const history = new History(file);
  sources.forEach((source, index) => {
    history.add(index + 1, source, `out ${source}`);
  });
  await file.written();
  return history;
}

const sourcesOf = (entries: readonly { source: string }[]): string[] => entries.map(({ source }) => source);

test('the last cells of all sessions come in order', async () => {
  await session('a', 'b');
  const history = await session('c');
  expect(sourcesOf(history.tail(2))).toEqual(['b', 'c']);
  expect(history.tail(10).map(({ session, line }) => [session, line])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
  expect(history.tail(0)).toEqual([]);
});

test('lines of a session, by its number or counted back', async () => {
  await session('a', 'b', 'c');
  const history = await session('d');
  expect(sourcesOf(history.range(0, 1, undefined))).toEqual(['d']);
  expect(sourcesOf(history.range(-1, 1, 3))).toEqual(['a', 'b']);
  expect(sourcesOf(history.range(1, 2, undefined))).toEqual(['b', 'c']);
  expect(history.range(7, 1, undefined)).toEqual([]);
});

test('search takes * and ? for what they are, and all else literally', async () => {
  const history = await session('f(1)', 'g(1)\nf(2)', 'f(1)', '[x]', '😀');
  expect(sourcesOf(history.search('f(*)', undefined, false))).toEqual(['f(1)', 'f(1)']);
  expect(sourcesOf(history.search('f(*)', undefined, true))).toEqual(['f(1)']);
  expect(sourcesOf(history.search('*f(*', 1, false))).toEqual(['f(1)']);
  expect(sourcesOf(history.search('*f(?)', 5, true))).toEqual(['g(1)\nf(2)', 'f(1)']);
  expect(sourcesOf(history.search('[x]', undefined, false))).toEqual(['[x]']);
  expect(sourcesOf(history.search('?', undefined, false))).toEqual(['😀']);
});

test('the file is for its user alone, and a broken line in it is left out', async () => {
  await session('a', 'b');
  expect(statSync(place).mode & 0o077).toBe(0);
  writeFileSync(place, `${readFileSync(place, 'utf8')}{"session":1,"li\n[]\n`);
  expect(sourcesOf((await session('c')).tail(9))).toEqual(['a', 'b', 'c']);
});

test('the file does not grow for ever', async () => {
  const line = (i: number): string => `${JSON.stringify({ session: 1, line: i, source: `s${i}` })}\n`;
  await session('first');
  writeFileSync(place, Array.from({ length: 4000 }, (_, i) => line(i)).join(''));
  const history = await session('last');
  expect(history.tail(9999)).toHaveLength(2001);
  expect(readFileSync(place, 'utf8').trim().split('\n')).toHaveLength(2001);
});

test('where no file can be, the history of the session is there', async () => {
  writeFileSync(path.join(folder, 'made'), 'a file, not a folder');
  expect(sourcesOf((await session('a')).tail(9))).toEqual(['a']);
});

test.each<[NodeJS.ProcessEnv, NodeJS.Platform, RegExp]>([
  [{ JUPYTER_DATA_DIR: '/data', XDG_DATA_HOME: '/xdg' }, 'linux', /^\/data\/lossbook-kernel\/history\.jsonl$/],
  [{ XDG_DATA_HOME: '/xdg' }, 'linux', /^\/xdg\/jupyter\/lossbook-kernel\/history\.jsonl$/],
  [{}, 'linux', /\/\.local\/share\/jupyter\/lossbook-kernel\//],
  [{}, 'darwin', /\/Library\/Jupyter\/lossbook-kernel\//],
  [{ APPDATA: '/roaming' }, 'win32', /^\/roaming\/jupyter\/lossbook-kernel\//],
])('with %p on %s it is at %p', (environment, platform, expected) => {
  expect(historyPlace(environment, platform)).toMatch(expected);
});
