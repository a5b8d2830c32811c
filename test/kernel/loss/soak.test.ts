// Long tests: `LOSSBOOK_SKIP_SOAK=1 npm test` leaves them out, CI runs them.
import { readFileSync } from 'node:fs';
import { cell, result, runAll, useKernel } from '../harness';

const soak = process.env.LOSSBOOK_SKIP_SOAK ? describe.skip : describe;
const kernel = useKernel();

/** Resident memory of the kernel's process in MB; 0 where there is no /proc. */
function megabytes(): number {
  try {
    const status = readFileSync(`/proc/${String(kernel().process.pid)}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

soak('soak', () => {
  let growth = NaN;

  test('1,000 declaration cells: the last are as quick as the first', async () => {
    const declare = (i: number): string =>
      cell({
        typescript: `interface Row${i} { id: number; name: string }\nconst row${i}: Row${i} = { id: ${i}, name: 'r' };\nfunction next${i}(row: Row${i}): number { return row.id + 1; }\nnext${i}(row${i})`,
        python: `row${i} = {'id': ${i}, 'name': 'r'}\ndef next${i}(row): return row['id'] + 1\nnext${i}(row${i})`,
      });
    const milliseconds: number[] = [];
    let early = 0;
    for (let i = 0; i < 1000; i++) {
      const started = performance.now();
      const outcome = await runAll(kernel(), declare(i));
      milliseconds.push(performance.now() - started);
      expect(result(outcome)).toBe(String(i + 1));
      if (i === 99) early = megabytes();
    }
    growth = megabytes() - early;
    const [first, last] = [middle(milliseconds.slice(50, 150)), middle(milliseconds.slice(-100))];
    console.log(
      `declaration cells: ${first.toFixed(1)} ms at 100, ${last.toFixed(1)} ms at 1,000; ${early.toFixed(0)} MB, then ${growth.toFixed(0)} MB more`,
    );
    // A declaration more must not cost what all before it cost: ten times the cells, not ten times the time.
    expect(last).toBeLessThan(4 * first);
    // The first of them are still there.
    expect(result(await runAll(kernel(), 'next0(row0)'))).toBe('1');
  }, 300_000);

  test('900 declaration cells more: memory grows by less than 350 MB', () => {
    expect(growth).toBeLessThan(350);
  });

  test('the same cell run 1,000 times', async () => {
    const code = cell({
      typescript: `const again = Array.from({ length: 100 }, (_, i) => i);\nagain.length`,
      python: `again = list(range(100))\nlen(again)`,
    });
    await runAll(kernel(), code);
    const before = megabytes();
    for (let i = 0; i < 1000; i++) expect(result(await runAll(kernel(), code))).toBe('100');
    expect(megabytes() - before).toBeLessThan(150);
  }, 300_000);
});
