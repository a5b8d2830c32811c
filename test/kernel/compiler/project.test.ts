import { Notebook } from './notebook';

function withConfig(config: object, files: Readonly<Record<string, string>> = {}): Notebook {
  return new Notebook({ 'tsconfig.json': JSON.stringify(config), ...files });
}

/** Does something with a notebook under a tsconfig.json. */
async function under<T>(notebook: Notebook, act: (notebook: Notebook) => T | Promise<T>): Promise<T> {
  try {
    return await act(notebook);
  } finally {
    notebook.close();
  }
}

const UNTYPED = 'function f(x) { return x; }';
const NULL = 'const s: string = null;';

test('without strict, types are those of a first course', async () => {
  await under(withConfig({}), (notebook) => {
    expect(notebook.errors(UNTYPED)).toEqual([]);
    expect(notebook.errors(NULL)).toEqual([]);
    expect(notebook.errors('const n: number = "a";')).toEqual(['1:7-1:8 2322']);
  });
});

test('strict is taken, also from what a tsconfig.json extends, with exceptions', async () => {
  const base = { 'base.json': JSON.stringify({ compilerOptions: { strict: true } }) };
  const config = { extends: './base.json', compilerOptions: { noImplicitAny: false } };
  await under(withConfig(config, base), (notebook) => {
    expect(notebook.errors(UNTYPED)).toEqual([]);
    expect(notebook.errors(NULL)).toEqual(['1:7-1:8 2322']);
  });
});

test('unused and unreachable code is no error, whatever the project says', async () => {
  const compilerOptions = { noUnusedLocals: true, noUnusedParameters: true, allowUnreachableCode: false, noEmit: true };
  await under(withConfig({ compilerOptions }), (notebook) => {
    expect(notebook.errors('function f(x: number) { return 1; const y = 2; }')).toEqual([]);
  });
});

test('lib: the DOM is there only if asked for', async () => {
  await under(withConfig({}), (notebook) => {
    expect(notebook.errors('document.title')).toEqual(['1:1-1:9 2584']);
  });
  await under(withConfig({ compilerOptions: { lib: ['ES2022', 'DOM'] } }), (notebook) => {
    expect(notebook.errors('document.title; console.log(process.pid)')).toEqual([]);
    expect(notebook.errors('[1].findLast((x) => x > 0)')).toEqual(['1:5-1:13 2550']);
  });
});

test('target', async () => {
  await under(withConfig({ compilerOptions: { target: 'ES2019' } }), (notebook) => {
    expect(notebook.convert('const o: any = {}; o?.a ?? 1').javascript).not.toContain('??');
  });
  await under(withConfig({}), (notebook) => {
    expect(notebook.errors('/[\\p{L}--[a-z]]/v')).toEqual([]);
  });
  // Whatever the project builds for, a cell has to run on this Node.js.
  await under(withConfig({ compilerOptions: { target: 'ES5' } }), async (notebook) => {
    expect(await notebook.run('const f = async () => 2; await f()')).toBe(2);
  });
  await under(withConfig({ compilerOptions: { target: 'ESNext' } }), async (notebook) => {
    expect(await notebook.run('{ using x = { [Symbol.dispose]() {} }; } 3')).toBe(3);
  });
});

test('paths', async () => {
  const config = { compilerOptions: { paths: { '@/*': ['./src/*'] } } };
  await under(withConfig(config, { 'src/deep.ts': 'export const deep = 4;' }), async (notebook) => {
    expect(await notebook.run("import { deep } from '@/deep';", 'deep')).toBe(4);
    expect(await notebook.run("(await import('@/deep')).deep")).toBe(4);
  });
});

test('experimentalDecorators', async () => {
  const cell =
    'function mark(target: object, key: string) { (target as any).marked = key; } class A { @mark x = 1 } (A.prototype as any).marked';
  await under(withConfig({ compilerOptions: { experimentalDecorators: true } }), async (notebook) => {
    expect(await notebook.run(cell)).toBe('x');
  });
  await under(withConfig({}), (notebook) => {
    expect(notebook.errors(cell)).not.toEqual([]);
  });
});

test('jsx', async () => {
  const config = { compilerOptions: { jsx: 'react', jsxFactory: 'h' } };
  await under(withConfig(config), async (notebook) => {
    const h =
      'declare global { namespace JSX { interface IntrinsicElements { b: { id?: string } } } } function h(name: string, attributes: object) { return name + JSON.stringify(attributes); }';
    expect(await notebook.run(h, '<b id="x" />')).toBe('b{"id":"x"}');
  });
});

test('types: those of Node.js are there beside those that the project names', async () => {
  const files = {
    'node_modules/@types/course/index.d.ts': 'declare const course: { name: string };',
    'node_modules/@types/course/package.json': '{"name": "@types/course", "types": "index.d.ts"}',
  };
  await under(withConfig({ compilerOptions: { types: ['course'] } }, files), (notebook) => {
    expect(notebook.errors('course.name; Buffer.from([1])')).toEqual([]);
  });
});

test('type errors are warnings where the project says so, and the cell runs; faults of syntax are errors', async () => {
  const config = { lossbook: { kernel: { typeErrors: 'warning' } } };
  await under(withConfig(config), async (notebook) => {
    expect(notebook.convert('const n: number = "a"; n').warnings).toMatchObject([{ line: 1, column: 7, code: 2322 }]);
    expect(await notebook.run('const n: number = "a";', 'n')).toBe('a');
    expect(notebook.errors('const = 1')).not.toEqual([]);
  });
});

test('a tsconfig.json that cannot be read counts as none', async () => {
  await under(new Notebook({ 'tsconfig.json': '{ "compilerOptions": { "strict": tr' }), (notebook) => {
    expect(notebook.errors('1 + 1')).toEqual([]);
  });
});
