import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import type { Outcome } from '../client';
import { result, runAll, testTypeScript, useKernel } from '../harness';
import { contents, written } from '../outputs';
import { onlyEsm } from './onlyEsm';

const kernel = useKernel({
  files: {
    ...onlyEsm,
    'lib/outer.ts': `import { inner } from './inner';\nexport const outer = inner;`,
    'lib/inner.ts': `export const fine = 1;\nexport const inner: number =\n  'text';\n`,
    'awaiting.ts': `const three = 3;\nexport const awaited = await Promise.resolve(three);`,
    'attributes.ts': `import data from './data.json' with { type: 'json' };\nexport const rows = data.rows;`,
    'where.ts': 'export const where = [__filename, import.meta.filename];',
    'data.json': JSON.stringify({ rows: [1, 2] }),
  },
});

function traceback({ outputs }: Outcome): string[] {
  const [error] = contents(outputs, 'error');
  return ((error?.traceback ?? []) as string[]).flatMap((line) => stripVTControlCharacters(line).split('\n'));
}

describe('a type error in a file that a cell imports', () => {
  testTypeScript('shows the line with a caret, the file, and the import that led there', async () => {
    const outcome = await kernel().execute(`const one = 1;\nimport { outer } from './lib/outer';\nouter + one`);
    const lines = traceback(outcome);
    expect(lines[0]).toMatch(/^lib.inner\.ts:2:14 - TS2322: Type 'string' is not assignable to type 'number'/);
    const at = lines.findIndex((line) => line.includes('export const inner: number ='));
    expect(lines[at]).toMatch(/^----> 2 /);
    expect(lines[at + 1]?.indexOf('^')).toBe(lines[at]?.indexOf('inner'));
    expect(lines.at(-1)).toMatch(/^imported in cell \d+, line 2: '\.\/lib\/outer' → '\.\/inner'$/);
    expect(outcome.reply.evalue).toMatch(/^lib.inner\.ts:2:14 - /);
  });

  testTypeScript('an await outside of functions is told with what to do', async () => {
    const lines = traceback(await kernel().execute(`import { awaited } from './awaiting'; awaited`));
    expect(lines[0]).toMatch(/^awaiting\.ts:2:24 .*cannot await outside of functions.*async function/);
  });
});

describe('imports', () => {
  testTypeScript.each([
    [`import data from './data.json' with { type: 'json' }; data.rows.length`],
    [`(await import('./data.json', { with: { type: 'json' } })).default.rows.length`],
    [`import { rows } from './attributes'; rows.length`],
  ])('JSON with its attribute: %s', async (code) => {
    expect(result(await runAll(kernel(), code))).toBe('2');
  });

  testTypeScript('what is no JSON is still an error', async () => {
    const { reply } = await kernel().execute(`import data from './nowhere.json' with { type: 'json' }; data`);
    expect(reply.status).toBe('error');
  });

  testTypeScript('the first package that is an ECMAScript module brings no warning of Node.js', async () => {
    const outcome = await runAll(kernel(), `import { esm } from 'only-esm'; esm`);
    expect(result(outcome)).toBe('1');
    expect(written(outcome, 'stderr')).toBe('');
    // Those of the reader are shown.
    const own = await runAll(
      kernel(),
      `process.emitWarning('mine'); await new Promise((done) => setTimeout(done, 20));`,
    );
    expect(written(own, 'stderr')).toMatch(/Warning: mine/);
  });

  testTypeScript('a .ts file has its own name', async () => {
    const file = join(kernel().folder, 'where.ts');
    const outcome = await runAll(kernel(), `import { where } from './where'; where.join()`);
    expect(result(outcome)).toBe(`'${file},${file}'`);
  });
});
