import path from 'node:path';
import ts from 'typescript';
import { Bundles } from '../../../lib/kernel/src/compiler/bundles';
import { ROOT } from '../client';

/** What is global, and which modules are declared, each with what it is; with bundles, from how many files. */
function globals(options: ts.CompilerOptions, bundles?: Bundles): { names: string[]; files: number } {
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.getCurrentDirectory = () => ROOT;
  host.readFile = (file) => (bundles?.includes(file) ? bundles.textOf(file, (text) => text) : readFile(file));
  host.getSourceFile = (file, version) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, version);
  };
  const program = ts.createProgram([path.join(ROOT, 'lib/kernel/globals.d.ts')], options, host);
  const checker = program.getTypeChecker();
  const { Value, Type, Namespace } = ts.SymbolFlags;
  const describe = (symbol: ts.Symbol): string => {
    const members = checker.getDeclaredTypeOfSymbol(symbol).getProperties();
    const value = checker.typeToString(checker.getTypeOfSymbol(symbol));
    return `${symbol.name}: ${value} {${members
      .map(({ name }) => name.replace(/@\d+$/, ''))
      .sort()
      .join()}}`;
  };
  const [file] = program.getSourceFiles().slice(-1);
  if (!file) throw new Error('no files');
  const found = [...checker.getSymbolsInScope(file, Value | Type | Namespace), ...checker.getAmbientModules()];
  return { names: found.map(describe).sort(), files: program.getSourceFiles().length };
}

test.each([
  ['the newest JavaScript', { lib: ['lib.es2024.d.ts'] }],
  ['an older one with the DOM', { lib: ['lib.es2018.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'] }],
  ['libraries one within another', { lib: ['lib.es2020.d.ts', 'lib.esnext.d.ts', 'lib.es2015.d.ts'] }],
])('%s: in few files there is what is in many', (_, { lib }) => {
  const options = { lib, types: ['node'], skipLibCheck: true, typeRoots: [path.join(ROOT, 'node_modules/@types')] };
  const many = globals(options);
  const few = globals(options, new Bundles());
  expect(few.names).toEqual(many.names);
  expect(few.names.length).toBeGreaterThan(150);
  expect(few.files).toBeLessThan(many.files / 3);
});

test('read again, a file has the same parts', () => {
  const bundles = new Bundles();
  const library = path.posix.join(path.dirname(require.resolve('typescript')), 'lib.es2022.d.ts');
  const text = bundles.textOf(library, (part) => part);
  expect(bundles.textOf(library, (part) => part)).toBe(text);
  expect(bundles.textOf(library.replace('2022', '2019'), (part) => part)).toBe('');
});
