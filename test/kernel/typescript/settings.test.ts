import type { KernelClient } from '../client';
import { result, runAll, testTypeScript, useKernel } from '../harness';
import { written } from '../outputs';

/** What a first cell and the one behind it write to stderr, and the process to its log. */
async function told(kernel: KernelClient): Promise<{ first: string; second: string; log: string }> {
  const first = await runAll(kernel, `console.log('ran');`);
  expect(written(first, 'stdout')).toBe('ran\n');
  const second = await runAll(kernel, '1');
  return { first: written(first, 'stderr'), second: written(second, 'stderr'), log: kernel.log };
}

describe('a tsconfig.json that is no JSON', () => {
  const kernel = useKernel({
    files: { 'tsconfig.json': '{ "compilerOptions": {\n  "strict" false, nothing here } [' },
  });

  testTypeScript('is told in one line of the first cell, and in the log', async () => {
    const { first, second, log } = await told(kernel());
    expect(first).toMatch(/^\S*tsconfig\.json:2:12: ':' expected\.\n$/);
    expect(second).toBe('');
    expect(log).toContain(`lossbook-kernel: ${first}`);
  });
});

describe('settings that do not exist', () => {
  const kernel = useKernel({
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: { strickt: true, strict: false },
        lossbook: { kernel: { typeErrors: 'warn' } },
      }),
    },
    env: { LOSSBOOK_TYPE_ERRORS: 'warnings' },
  });

  testTypeScript('are told, each in a line, and the others hold', async () => {
    const { first } = await told(kernel());
    const lines = first.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/tsconfig\.json:\d+:\d+: Unknown compiler option 'strickt'/);
    expect(lines[1]).toMatch(/^LOSSBOOK_TYPE_ERRORS is "warnings", neither "error" nor "warning"/);
    expect(lines[2]).toMatch(/^lossbook\.kernel\.typeErrors in tsconfig\.json is "warn"/);
    expect(result(await runAll(kernel(), 'const loose = (x) => x;', 'loose(3)'))).toBe('3');
    expect((await kernel().execute(`const wrong: number = 'x';`)).reply.status).toBe('error');
  });
});

describe('settings that are right', () => {
  const kernel = useKernel({
    files: {
      'tsconfig.json': `// a comment\n${JSON.stringify({
        compilerOptions: { target: 'ES2020' },
        lossbook: { kernel: { typeErrors: 'warning' } },
      })}`,
    },
  });

  testTypeScript('are not talked about', async () => {
    expect(await told(kernel())).toEqual({ first: '', second: '', log: '' });
  });

  testTypeScript('target picks the library, when lib does not', async () => {
    const outcome = await kernel().execute(`'aa'.replaceAll('a', 'b')`);
    expect(written(outcome, 'stderr')).toMatch(/Property 'replaceAll' does not exist/);
  });
});

describe('target ESNext', () => {
  const kernel = useKernel({ files: { 'tsconfig.json': '{ "compilerOptions": { "target": "ESNext" } }' } });

  testTypeScript('has the newest library, as for TypeScript itself', async () => {
    await runAll(kernel(), 'const all = (a: Set<number>, b: Set<number>): Set<number> => a.union(b);');
  });
});
