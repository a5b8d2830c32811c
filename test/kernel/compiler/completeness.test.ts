import { completenessOf } from '../../../lib/kernel/src/compiler/completeness';

test.each([
  '',
  '1 + 1',
  'const x = 1;',
  'function f() {}\n',
  '// a comment',
  '/* a comment */',
  'await (f())',
  'for await (const x of y) {}',
  'using a = b;',
  'const t = `a\nb`;',
  'undeclared',
  'const n: number = "a";',
])('%j is complete', (source) => {
  expect(completenessOf(source, false)).toEqual({ status: 'complete', indent: '' });
});

test.each([
  ['function f(', '  '],
  ['function f() {', '  '],
  ['[1, 2,', ''],
  ['const f = (x: number) =>', '  '],
  ['if (x) {\n  y();\n', '  '],
  ['  if (x) {', '    '],
  ['const text = `hello', ''],
  ['/* a comment', ''],
  ['const x =', ''],
  ['f(1,\n  ', ''],
  ['class A {', '  '],
  ['x.', ''],
  ['a ? b :', ''],
])('%j is incomplete', (source, indent) => {
  expect(completenessOf(source, false)).toEqual({ status: 'incomplete', indent });
});

test.each(['1 +* 2;', 'let 7x = 3;', 'const = 1;', ')', '}', 'if (x {', 'const s = "abc', 'function f() { const = 1;'])(
  '%j is invalid',
  (source) => {
    expect(completenessOf(source, false)).toEqual({ status: 'invalid', indent: '' });
  },
);
