import { join } from 'node:path';
import { describeWithJupyter, JupyterHome } from '../python';

interface Output {
  readonly output_type: string;
  readonly name?: string;
  readonly text?: string;
  readonly ename?: string;
  readonly data?: Record<string, string>;
}

interface Ran {
  readonly failure: [string, string] | null;
  readonly counts: (number | null)[];
  readonly outputs: Output[][];
  readonly language: string;
}

describeWithJupyter('nbclient', () => {
  let home: JupyterHome;
  beforeAll(() => {
    home = new JupyterHome();
  });
  afterAll(() => {
    home.remove();
  });

  async function run(cells: (string | [string, string])[], options: object = {}): Promise<Ran> {
    const script = join(__dirname, 'run.py');
    const words = [script, 'under-test', JSON.stringify(options), JSON.stringify(cells)];
    const { stdout, stderr } = await home.python(words);
    try {
      return JSON.parse(stdout) as Ran;
    } catch {
      throw new Error(stderr);
    }
  }

  test('runs a notebook to its end, with its results and counts', async () => {
    const ran = await run(['const x: number = 20;', 'console.log("out"); x + 1', 'await Promise.resolve(x)']);
    expect(ran).toMatchObject({ failure: null, counts: [1, 2, 3], language: 'typescript' });
    expect(ran.outputs[1]).toMatchObject([
      { output_type: 'stream', name: 'stdout', text: 'out\n' },
      { output_type: 'execute_result', data: { 'text/plain': '21' } },
    ]);
  }, 60_000);

  test('keeps 50,000 lines of one cell', async () => {
    const { outputs } = await run(['for (let i = 0; i < 50_000; i++) console.log(i);']);
    const text = (outputs[0] ?? []).map((output) => output.text ?? '').join('');
    expect(text).toBe(Array.from({ length: 50_000 }, (_, i) => `${i}\n`).join(''));
  }, 60_000);

  test('stops at an error and names it', async () => {
    const ran = await run(['throw new RangeError("too far");', '1']);
    expect(ran.failure?.[0]).toBe('CellExecutionError');
    expect(ran.failure?.[1]).toContain('RangeError');
    expect(ran.counts).toEqual([1, null]);
  }, 60_000);

  test('goes on after a cell that is marked to raise, with every cell run', async () => {
    const ran = await run([['throw new RangeError("too far");', 'raises-exception'], 'const y = 2;', 'y']);
    expect(ran).toMatchObject({ failure: null, counts: [1, 2, 3] });
    expect(ran.outputs[0]).toMatchObject([{ output_type: 'error', ename: 'RangeError' }]);
    expect(ran.outputs[2]).toMatchObject([{ data: { 'text/plain': '2' } }]);
  }, 60_000);

  test('interrupts a cell that takes too long, and goes on', async () => {
    const ran = await run(['await 1; while (true) {}', '6 * 7'], {
      timeout: 3,
      interrupt_on_timeout: true,
      allow_errors: true,
    });
    expect(ran.outputs[0]?.at(-1)).toMatchObject({ output_type: 'error' });
    expect(ran.outputs[1]).toMatchObject([{ data: { 'text/plain': '42' } }]);
  }, 60_000);
});
