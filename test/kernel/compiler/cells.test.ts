import { Notebook } from './notebook';

let notebook: Notebook;
beforeAll(() => {
  notebook = new Notebook();
});
afterAll(() => {
  notebook.close();
});
beforeEach(() => {
  notebook.restart();
});

describe('what later cells see', () => {
  test.each<[string, string[], unknown]>([
    ['a const, with its type', ['const n = 2;', 'n.toFixed(1)'], '2.0'],
    ['a let', ['let n = 2;', 'n + 1'], 3],
    ['a var', ['var n = 2;', 'n + 1'], 3],
    ['a var in a block and a loop', ['{ var a = 1; } for (var i = 0; i < 3; i++);', '[a, i]'], [1, 3]],
    ['a function', ['function twice(x: number) { return 2 * x; }', 'twice(2)'], 4],
    ['a function with overloads', ['function f(x: 1): 1; function f(x: any) { return x; }', 'f(1)'], 1],
    ['an async generator', ['async function* g() { yield 1; }', 'for await (const x of g()) x; 5'], 5],
    ['a class', ['class A<T> { constructor(readonly x: T) {} }', 'new A(5).x.toFixed()'], '5'],
    ['a class as a type', ['class A { x = 1 }', 'const a: A = { x: 2 }; a.x'], 2],
    ['a class with a private field', ['class A { #x = 1; get() { return this.#x; } }', 'new A().get()'], 1],
    ['a subclass of a class', ['class A { a = 1 }', 'class B extends A { b = 2 }', 'new B().a + new B().b'], 3],
    [
      'an abstract class',
      ['abstract class A { abstract f(): 1 }', 'new (class extends A { f() { return 1 as const; } })().f()'],
      1,
    ],
    ['an enum', ['enum E { A, B }', 'const e: E = E.B; e'], 1],
    ['a const enum', ['const enum E { A = "a" }', 'E.A'], 'a'],
    ['a type', ['type T = { x: number };', 'const t: T = { x: 1 }; t.x'], 1],
    ['a generic type', ['type Two<T> = readonly [T, T];', 'const t: Two<number> = [1, 2]; t[1]'], 2],
    ['an interface', ['interface I { x: number }', 'const i: I = { x: 1 }; i.x'], 1],
    [
      'an interface and a const of one name',
      ['interface I { x: 1 } const I = 5;', 'const i: I = { x: 1 }; i.x + I'],
      6,
    ],
    ['a namespace', ['namespace N { export const x = 1; export type T = 1 }', 'const t: N.T = 1; N.x + t'], 2],
    ['a namespace that adds to a function', ['function f() {} namespace f { export const x = 3; }', 'f.x'], 3],
    [
      'an object pattern',
      ['const { a, b: { c }, ...rest } = { a: 1, b: { c: 2 }, d: 3 };', '[a, c, rest.d]'],
      [1, 2, 3],
    ],
    ['an array pattern', ['let [a, , b = 7, ...more] = [1, 2, undefined, 4];', '[a, b, more]'], [1, 7, [4]]],
    [
      'what a function returns, taken apart',
      ['const f = () => ({ a: 1, b: "s" });', 'const { a, b } = f();', 'a + b'],
      '1s',
    ],
    ['a Unicode name', ['const año = 1, π = 3;', 'año + π'], 4],
    ['a name with $', ['const $ = 1, a$b = 2;', '$ + a$b'], 3],
    ['what is exported', ['export const x = 1; export default function f() { return 2; }', 'x + f()'], 3],
    ['names that are exported', ['const x = 1; export {\n  x,\n}; const y = 2', 'export { x }; x + y'], 3],
    ['a value of an inferred type', ['const m = new Map([["a", { n: 1 }]]);', 'm.get("a")!.n.toFixed()'], '1'],
    [
      'a value of a type that has no name outside',
      ['const o = (() => { class Inner { x = 1 } return new Inner(); })();', 'o.x'],
      1,
    ],
    ['a unique symbol', ['const key: unique symbol = Symbol(); const o = { [key]: 4 };', 'o[key]'], 4],
  ])('%s', async (_, cells, value) => {
    expect(await notebook.run(...cells)).toEqual(value);
  });

  test('nothing of a cell that did not run', () => {
    notebook.convert('const gone = 1;');
    expect(notebook.errors('gone')).toEqual(['1:1-1:5 2304']);
  });

  test('its type, and no other', async () => {
    await notebook.run('let n = 1; const f = (x: string) => x; class A { #brand = 1 }');
    expect(notebook.errors('n = "a"')).toEqual(['1:1-1:2 2322']);
    expect(notebook.errors('f(n)')).toEqual(['1:3-1:4 2345']);
    expect(notebook.errors('f = f')).toEqual(['1:1-1:2 2588']);
    expect(notebook.errors('const a: A = {}')).toEqual(['1:7-1:8 2741']);
  });

  test('what a cell says to exist, as it is called', async () => {
    const value = await notebook.run(
      '(globalThis as any).given = 4; (globalThis as any).double = (x: number) => 2 * x;',
      'declare const given: number; declare function double(x: number): number;',
      'double(given)',
    );
    expect(value).toBe(8);
  });

  test('what a cell adds to all modules', async () => {
    await notebook.run(
      'declare global { interface Array<T> { second(): T } } Array.prototype.second = function () { return this[1]; };',
    );
    expect(await notebook.run('[1, 2].second().toFixed()')).toBe('2');
  });
});

describe('declaring again', () => {
  test.each<[string, string[], unknown]>([
    ['a const as another type', ['const a = 1;', 'const a = "b";', 'a.length'], 1],
    ['a let as a const', ['let a = 1;', 'const a = 2;', 'a'], 2],
    ['a const as a let', ['const a = 1;', 'let a = 2;', 'a++; a'], 3],
    ['a class', ['class A { x = 1 }', 'class A { y = 2 }', 'new A().y'], 2],
    ['an enum', ['enum E { A }', 'enum E { B = 5 }', 'E.B'], 5],
    ['a function', ['function f() { return 1; }', 'function f(x: string) { return x; }', 'f("a")'], 'a'],
    ['a type', ['type T = 1;', 'type T = 2;', 'const t: T = 2; t'], 2],
    ['an interface', ['interface I { x: 1 }', 'interface I { y: 2 }', 'const i: I = { y: 2 }; i.y'], 2],
    ['a namespace', ['namespace N { export const x = 1 }', 'namespace N { export const y = 2 }', 'N.y'], 2],
    ['an import', ['import { EOL } from "node:os";', 'const EOL = 3;', 'EOL'], 3],
    ['a function as a class', ['function f() {}', 'class f { x = 1 }', 'new f().x'], 1],
    ['a name of Node.js', ['const process = { pid: "mine" };', 'process.pid'], 'mine'],
    ['a name of JavaScript', ['class Map { x = 1 }', 'new Map().x'], 1],
    ['the same cell three times', ['let a = 1; a++;', 'let a = 1; a++;', 'let a = 1; a++;', 'a'], 2],
  ])('%s', async (_, cells, value) => {
    expect(await notebook.run(...cells)).toBe(value);
  });

  test('leaves to what was made of a class the type that it had', async () => {
    await notebook.run('class A { x = 1 } const old = new A();', 'class A { y = 2 }');
    expect(await notebook.run('old.x')).toBe(1);
    expect(notebook.errors('old.y')).toEqual(['1:5-1:6 2339']);
    expect(notebook.errors('const a: A = old;')).toEqual(['1:7-1:8 2741']);
  });

  test('leaves to the functions of the cell before the variable that they knew', async () => {
    expect(await notebook.run('let a = 1; const f = () => a.toFixed();', 'let a = "b";', 'f() + a')).toBe('1b');
  });
});

describe('one binding', () => {
  test.each<[string, string[], unknown]>([
    ['a later cell writes to a let', ['let a = 1;', 'a = 5;', 'a'], 5],
    ['a function sees what a later cell writes', ['let a = 1; const get = () => a;', 'a = 5; get()'], 5],
    [
      'a later cell sees what a function writes',
      ['let a = 1; const set = (x: number) => { a = x; };', 'set(5)', 'a'],
      5,
    ],
    [
      'a later cell sees what a timer writes',
      ['let a = 1; setTimeout(() => { a = 2; });', 'await new Promise((r) => setTimeout(r, 20)); a'],
      2,
    ],
    [
      'a function of a second cell sees what a third writes',
      ['let a = 1;', 'const get = () => a;', 'a = 7;', 'get()'],
      7,
    ],
    ['two are swapped', ['let a = 1, b = 2;', '[a, b] = [b, a];', '[a, b]'], [2, 1]],
    ['an object is taken apart into them', ['let a = 0, b = 0;', '({ a, x: b } = { a: 1, x: 2 });', '[a, b]'], [1, 2]],
    [
      'with defaults and the rest',
      ['let a = 0, r: object = {};', '({ a = 3, ...r } = { y: 2 } as { a?: number; y: number });', '[a, r]'],
      [3, { y: 2 }],
    ],
    ['they are counted up', ['let a = 1;', 'a++; ++a; a += 2; a **= 2; a'], 25],
    ['logical assignment', ['let a: number | undefined;', 'a ??= 4; a &&= a + 1; a'], 5],
    ['a loop runs over one', ['let a = 0;', 'for (a of [1, 2, 3]); a'], 3],
    ['a loop counts one', ['let a = 0;', 'for (a = 0; a < 4; a++); a'], 4],
    ['shorthand', ['const x = 1, y = 2;', '({ x, y })'], { x: 1, y: 2 }],
    ['shorthand in a function', ['const x = 1;', 'function f() { return { x }; }', 'f()'], { x: 1 }],
    ['a parameter of the same name hides it', ['let x = 1;', '((x: number) => ({ x }))(5)'], { x: 5 }],
    ['a local variable of the same name hides it', ['let x = 1;', '{ let x = 2; x++; } x'], 1],
    ['a property of the same name is another thing', ['const x = 1;', '({ x: 2 }).x'], 2],
    ['typeof', ['let x = 1;', 'typeof x'], 'number'],
    ['a template', ['let x = 1;', '`${x}`'], '1'],
    ['a tag', ['const tag = (s: TemplateStringsArray) => s[0];', 'tag`a`'], 'a'],
    ['a call has no this', ['function f(this: unknown) { return this; }', 'f()'], undefined],
  ])('%s', async (_, cells, value) => {
    expect(await notebook.run(...cells)).toEqual(value);
  });

  test('a var in a loop of a later cell is its own', async () => {
    expect(await notebook.run('var i = 9; const get = () => i;', 'for (var i = 0; i < 3; i++);', '[i, get()]')).toEqual(
      [3, 9],
    );
  });
});

describe('the value of a cell', () => {
  test.each<[string, string, unknown]>([
    ['is that of its last expression', '1; 2', 2],
    ['though a semicolon follows', '3;;', 3],
    ['and a comment', '4 // four', 4],
    ['also of an assignment', 'let a = 1; a = 5', 5],
    ['also of a text', '"use strict"', 'use strict'],
    ['also an object in parentheses', '({ a: 1 })', { a: 1 }],
    ['also awaited', 'await Promise.resolve(6)', 6],
    ['also a function', '(() => 7)()', 7],
    ['none of a declaration', 'const a = 1', undefined],
    ['none of a statement', 'if (true) 5', undefined],
    ['none of a comment', '// nothing', undefined],
    ['none of an open comment at the end', '/* nothing */', undefined],
    ['none of nothing', '', undefined],
    ['none of spaces', ' \n\t\n', undefined],
  ])('%s', async (_, cell, value) => {
    expect(await notebook.run(cell)).toEqual(value);
  });

  test('is not awaited', async () => {
    notebook.restart();
    expect(await notebook.run('Promise.resolve(1)')).toBe(1);
    expect(notebook.convert('Promise.resolve(1)').awaits).toBe(false);
  });
});

describe('order', () => {
  test.each<[string, string, unknown]>([
    ['a function is there before it is declared', 'const x = f(); function f() { return 1; } x', 1],
    ['a class is made before its static parts run', 'class A { static x = 1; static y = A.x + 1 } A.y', 2],
  ])('%s', async (_, cell, value) => {
    expect(await notebook.run(cell)).toBe(value);
  });

  test('a const before its declaration is an error', () => {
    expect(notebook.errors('x; const x = 1;')).toContain('1:1-1:2 2448');
  });
});
