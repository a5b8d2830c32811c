import { result, runAll, testTypeScript, useKernel } from '../harness';
import { contents, written } from '../outputs';

describe('type errors', () => {
  const kernel = useKernel();

  testTypeScript(
    'a type error is an error message with the source line and a caret, and the cell does not run',
    async () => {
      const outcome = await kernel().execute(`console.log('ran');\nconst fine = 1;\n  const wrong: string = fine;`);
      const [error] = contents(outcome.outputs, 'error');

      const lines =
        (error?.traceback as string[] | undefined)
          ?.join('\n')
          .replace(/\x1b\[[\d;]*m/g, '')
          .split('\n') ?? [];
      expect(error?.evalue).toMatch(/Type 'number' is not assignable to type 'string'/);
      const at = lines.findIndex((line) => line.includes('const wrong: string = fine;'));
      expect(at).toBeGreaterThanOrEqual(0);
      expect(lines[at + 1]?.indexOf('^')).toBe(lines[at]?.indexOf('wrong'));
      expect(lines.join('\n')).toMatch(/3:9/);
      expect(written(outcome, 'stdout')).toBe('');
    },
  );

  testTypeScript('several are told at once', async () => {
    const { outputs } = await kernel().execute(`const a1: string = 1;\nconst b1: number = 'x';\nmissingName;`);
    const traceback = JSON.stringify(contents(outputs, 'error')[0]?.traceback);
    for (const code of ['TS2322', 'TS2304']) expect(traceback).toContain(code);
  });

  testTypeScript('strict: parameters have types, and undefined is one', async () => {
    expect((await kernel().execute('const untypedParameter = (x) => x;')).reply.status).toBe('error');
    expect((await kernel().execute('const nothing: string = undefined;')).reply.status).toBe('error');
  });

  testTypeScript('what is unused or unreachable is no error', async () => {
    const code =
      'function unused(parameter: number): number { const local = 1; return 2; const never = 3; }\nunused(1)';
    expect(result(await runAll(kernel(), code))).toBe('2');
  });

  testTypeScript('a use of a cell that now has another type is told', async () => {
    await runAll(kernel(), 'const changing = 1;', `const changing = 'text';`);
    expect((await kernel().execute('const still: number = changing;')).reply.status).toBe('error');
  });
});

describe(`settings of the project's tsconfig`, () => {
  const kernel = useKernel({
    files: {
      'tsconfig.json': JSON.stringify({
        compilerOptions: {
          strict: false,
          target: 'ES2022',
          lib: ['ES2023', 'DOM'],
          paths: { '@mine/*': ['./src/*'] },
          noUnusedLocals: true,
          allowUnreachableCode: false,
        },
      }),
      'src/part.ts': `export const part: number = 9;`,
    },
  });

  testTypeScript('strict', async () => {
    expect(result(await runAll(kernel(), 'const loose = (x) => x;', 'loose(3)'))).toBe('3');
  });

  testTypeScript('lib', async () => {
    await runAll(kernel(), 'const element: HTMLElement | undefined = undefined;');
    await runAll(kernel(), '[3, 1].toSorted().length');
  });

  testTypeScript('paths', async () => {
    expect(result(await runAll(kernel(), `import { part } from '@mine/part';`, 'part'))).toBe('9');
  });

  testTypeScript('not its checks of what is unused or unreachable', async () => {
    await runAll(kernel(), 'function f1(): number { const local = 1; return 2; const never = 3; }');
  });
});

describe('type errors as warnings, by a setting', () => {
  const kernel = useKernel({ env: { LOSSBOOK_TYPE_ERRORS: 'warning' } });

  testTypeScript('the cell runs, and stderr tells what is wrong', async () => {
    const outcome = await kernel().execute(`const n: number = 'text' as unknown as string;\nconsole.log('ran', n);`);
    expect(outcome.reply.status).toBe('ok');
    expect(written(outcome, 'stdout')).toBe('ran text\n');
    expect(written(outcome, 'stderr')).toMatch(/not assignable/);
  });
});
