import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from '../client';
import { result, runAll, testTypeScript, useKernel, wrote } from '../harness';
import { contents } from '../outputs';

const kernel = useKernel();

/** What a cell that fails is told, without colours. */
async function failure(code: string): Promise<string> {
  return told(await kernel().execute(code));
}

function told({ outputs, reply }: Outcome): string {
  expect(reply.status).toBe('error');
  const [error] = contents(outputs, 'error');
  return stripVTControlCharacters(((error?.traceback ?? []) as string[]).join('\n'));
}

/** Runs a cell that prints `go` and interrupts it. */
async function interrupted(code: string): Promise<string> {
  const from = kernel().messages.length;
  const running = kernel().execute(code);
  await wrote(kernel(), 'go', from);
  await pause(100);
  await kernel().interrupt();
  return told(await running);
}

const LOST = /'late' has no value: the cell that declares it failed or was interrupted before it got there/;

describe('a cell that failed has declared what stands before the error', () => {
  testTypeScript('values with their types, and nothing behind it', async () => {
    await failure(`const a = 1; const b = (() => 'x')(); throw new Error('on purpose'); const late = 2;`);
    expect(result(await runAll(kernel(), 'b.toUpperCase() + a'))).toBe(`'X1'`);
    expect(await failure('const wrong: number = b;')).toMatch(/TS2322/);
    expect(await failure('late')).toMatch(LOST);
  });

  testTypeScript('imports, functions, classes, enums, patterns, and all types', async () => {
    await failure(`import { basename } from 'node:path';
import * as os from 'node:os';
interface Row { name: string }
type Late = Row[];
enum Colour { Red = 3 }
class Point { constructor(readonly x: number) {} }
function twice(n: number): number { return 2 * n; }
const { p, q: [r] } = { p: 1, q: [2] };
let count = 5;
throw new Error('on purpose');
enum Unreached { A }`);
    const cell = `const rows: Late = [{ name: basename('/a/b') }];
count += twice(new Point(p + r).x) + Colour.Red;
rows[0]!.name + count + typeof os.cpus`;
    expect(result(await runAll(kernel(), cell))).toBe(`'b14function'`);
    expect(await failure('Unreached.A')).toMatch(/'Unreached' has no value/);
  });

  testTypeScript('of several variables in one statement those whose turn had come', async () => {
    await failure(`const first = 1,\n  second = first + 1,\n  third: number = JSON.parse('no JSON');`);
    expect(result(await runAll(kernel(), 'first + second'))).toBe('3');
    expect(await failure('third')).toMatch(/'third' has no value/);
  });

  testTypeScript('an assignment keeps both its variable and its type', async () => {
    await runAll(kernel(), 'let level = 1;', 'const name1 = "old";');
    await failure(`level = 2; const name1 = 7; throw new Error('on purpose');`);
    expect(result(await runAll(kernel(), 'level + name1.toFixed(1)'))).toBe(`'27.0'`);
  });

  testTypeScript('what an earlier cell declared by the same name is not taken for it', async () => {
    await runAll(kernel(), 'const late = "old"; const f = () => late;');
    expect(await failure(`const early = 1; await Promise.reject(new Error('no')); const late = "new";`)).toMatch(/no/);
    expect(await failure('late')).toMatch(LOST);
    expect(await failure('({ late })')).toMatch(LOST);
    expect(result(await runAll(kernel(), 'f() + early'))).toBe(`'old1'`);
    expect(result(await runAll(kernel(), 'const late = "new";', 'late'))).toBe(`'new'`);
  });

  testTypeScript('whatever it is that fails: an await, the end of the process', async () => {
    await failure('const before1 = 1; await Promise.reject(new TypeError("rejected")); const after1 = 2;');
    await failure('const before2 = 4; process.exit(1);');
    expect(result(await runAll(kernel(), 'before1 + before2'))).toBe('5');
  });

  testTypeScript('a cell that the compiler refuses declares nothing', async () => {
    await runAll(kernel(), 'const stays = 1;');
    await failure(`const stays = 'text'; const wrong: number = stays;`);
    expect(result(await runAll(kernel(), 'stays + 1'))).toBe('2');
  });

  testTypeScript('completion offers it, and not what was lost', async () => {
    await runAll(kernel(), 'const completable2 = 0;');
    await failure(`const completable1 = { inner: 1 }; throw new Error('x'); const completable2 = 1;`);
    const { reply } = await kernel().request('complete_request', { code: 'completable', cursor_pos: 11 });
    expect(reply.matches).toEqual(['completable1']);
  });
});

describe('a cell that was interrupted has declared what stands before', () => {
  testTypeScript.each([
    ['a busy loop', 'while (true) {}'],
    ['a promise that never comes', 'await new Promise(() => undefined);'],
    ['a loop that awaits', 'for (;;) await new Promise((r) => setTimeout(r, 1));'],
    ['a busy loop behind an await', 'await 1; while (true) {}'],
  ])(
    '%s',
    async (_, loop) => {
      await interrupted(`const losses: number[] = []; losses.push(3); console.log('go'); ${loop} const late = 1;`);
      expect(result(await runAll(kernel(), 'losses.map((x) => x + 1)[0]'))).toBe('4');
      expect(await failure('late')).toMatch(LOST);
    },
    30_000,
  );
});
