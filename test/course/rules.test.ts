import type { Pair } from '../../lib/course/src/course/pair';
import type { Output } from '../../lib/course/src/notebook/notebook';
import { allRules } from '../../lib/course/src/rules/all';
import type { Rule } from '../../lib/course/src/rules/rule';
import { syncPair } from '../../lib/course/src/sync/sync';
import { cellOf, code, languageCell, pair, prose } from './notebooks';

const root = process.cwd();

const plot: Output = {
  output_type: 'display_data',
  data: { 'application/vnd.plotly.v1+json': { data: [], layout: {} }, 'image/png': 'aGk=', 'text/plain': ['curve'] },
  metadata: { 'image/png': { alt: 'a curve' } },
};

/** A lesson that breaks no rule. */
function sound(): Pair {
  const cells = (language: 'pt' | 'es', title: string, text: string): Parameters<typeof pair>[0] => [
    prose('title', title),
    { ...languageCell(language), executionCount: 1 },
    prose('text', text),
    code('one', "const x: number[] = [1, 2];\nconst label = [x, 'média', 'media'].length;", { executionCount: 2 }),
    code('two', 'const figure = { x: x, label: label };\nconst log = (f: object): object => ({ f });\nlog(figure);', {
      executionCount: 3,
      outputs: [structuredClone(plot)],
    }),
  ];
  const of = pair(
    cells(
      'pt',
      '# A perda',
      '## Média\n\nA perda é $\\text{erro}_i^2$, [a média](../pt/02.ipynb#media).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![Uma curva](a.png)',
    ),
    cells(
      'es',
      '# La pérdida',
      '## Media\n\nLa pérdida es $\\text{error}_i^2$, [la media](../es/02.ipynb#promedio).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![Una curva](a.png)',
    ),
  );
  syncPair(of, 'all');
  return of;
}

let rules: readonly Rule[] = [];
beforeAll(async () => {
  rules = await allRules(root);
});

function broken(of: Pair): string[] {
  return rules.flatMap((rule) => rule.find(of).map((problem) => problem.rule));
}

/** The rules that each change of the sound lesson breaks; a test for every rule. */
const changes: [rules: string, what: string, change: (of: Pair) => unknown][] = [
  ['ids', 'an id with a space', (of) => both(of, (cells) => cells.push(prose('a b', '')))],
  [
    'ids',
    'an id twice',
    (of) => both(of, (cells) => cells.push(code('one', cells[3]?.source ?? '', { executionCount: 4 }))),
  ],
  ['metadata', 'another kernel', (of) => (of.notebooks.pt.metadata.kernelspec = { name: 'deno' })],
  ['metadata', 'the wrong language', (of) => (of.notebooks.es.metadata.lossbook = { language: 'pt', kind: 'lesson' })],
  ['in-step', 'other code', (of) => (cellOf(of, 'es', 'one').source += '\nlabel;')],
  ['in-step', 'a cell less', (of) => of.notebooks.es.cells.pop()],
  ['in-step', 'other tags', (of) => (cellOf(of, 'es', 'one').metadata.tags = ['machine'])],
  ['in-step', 'no language cell', (of) => both(of, (cells) => cells.map((c) => delete c.metadata.tags))],
  ['translations', 'prose that changed on one side', (of) => (cellOf(of, 'pt', 'title').source = '# A perda média')],
  ['executed', 'a cell that did not run', (of) => (cellOf(of, 'pt', 'two').executionCount = null)],
  ['executed', 'counts out of order', (of) => (cellOf(of, 'pt', 'two').executionCount = 7)],
  [
    'clean-outputs',
    'an error',
    (of) => cellOf(of, 'pt', 'two').outputs.push({ output_type: 'error', ename: 'E', evalue: 'boom', traceback: [] }),
  ],
  [
    'clean-outputs',
    'a warning',
    (of) => cellOf(of, 'pt', 'two').outputs.push({ output_type: 'stream', name: 'stderr', text: 'hm' }),
  ],
  ['pictures', 'a figure without PNG', (of) => firstOutput(of, (o) => (o.data = withoutPng()))],
  ['pictures', 'a figure without alt text', (of) => firstOutput(of, (o) => (o.metadata = {}))],
  ['headings', 'no title', (of) => retitle(of, 'L1')],
  ['headings', 'two titles', (of) => retitle(of, '# a\n\n# b')],
  ['headings', 'a level skipped', (of) => append(of, '\n\n#### Total')],
  ['headings', 'a heading twice', (of) => append(of, '\n\n## a\n\n## a')],
  ['image-alt', 'a picture without alt text', (of) => append(of, '\n\n![](b.png)')],
  ['image-alt', 'an HTML picture without alt text', (of) => append(of, '\n\n<img src="b.png" alt="image">')],
  ['table-header', 'a table whose columns have no names', (of) => append(of, '\n\n| a | |\n| - | - |\n| 1 | 2 |')],
  [
    'table-header',
    'an HTML output without th',
    (of) => firstOutput(of, (o) => (o.data = { 'text/html': '<table><tr><td>1</td></tr></table>' })),
  ],
  ['equations', 'another formula', (of) => inText(of, '_i^2$', '_i^3$')],
  ['links', 'another target', (of) => inText(of, '../pt/02.ipynb', '../pt/03.ipynb')],
  ['link-text', 'a link that says nothing', (of) => append(of, '\n\n[ver](https://example.org)')],
  ['link-text', 'a bare address as its text', (of) => append(of, '\n\n[https://a.org](https://a.org)')],
  ['leaks spelling', 'a Spanish word', (of) => inText(of, 'A perda é', 'A pérdida é')],
  ['leaks', 'a Spanish letter', (of) => inText(of, 'A perda é', '¿A perda é')],
  [
    'leaks',
    'a Spanish word in t()',
    (of) => addCode(of, "const t = (a: string, b: string): string => a + b;\nt('pero', 'pero');"),
  ],
  ['spelling', 'a misspelt word', (of) => inText(of, 'A perda é', 'A perrda é')],
  ['spelling', 'a misspelt word in t()', (of) => addCode(of, "const t = (a: string): string => a;\nt('perrda');")],
  ['glossary', 'another word for the same thing', (of) => inText(of, 'A perda é', 'O gradiente descendente é')],
  ['glossary', 'a form of an avoided word', (of) => inText(of, 'A perda é', 'As etiquetas da perda: é')],
  ['comments', 'a comment', (of) => addCode(of, 'log(figure); // soma')],
  ['shorthand', '{x} of an earlier cell', (of) => addCode(of, 'log({ x });')],
  ['await-parenthesis', 'await (', (of) => addCode(of, 'await (async () => 1)();')],
  [
    'await-parenthesis',
    'await ( in a module',
    (of) => addCode(of, "import * as fs from 'node:fs';\nlog(fs);\nawait (async () => 1)();"),
  ],
  [
    'message-count',
    '501 lines',
    (of) => cellOf(of, 'pt', 'two').outputs.push({ output_type: 'stream', name: 'stdout', text: 'x\n'.repeat(501) }),
  ],
  ['types', 'a type error', (of) => addCode(of, "const n: number = 'one';")],
];

function both(of: Pair, change: (cells: Pair['notebooks']['pt']['cells']) => unknown): Pair {
  change(of.notebooks.pt.cells);
  change(of.notebooks.es.cells);
  syncPair(of, 'all');
  return of;
}

function addCode(of: Pair, source: string): Pair {
  return both(of, (cells) => cells.push(code('three', source, { executionCount: 4 })));
}

function inText(of: Pair, from: string, to: string): Pair {
  cellOf(of, 'pt', 'text').source = cellOf(of, 'pt', 'text').source.replace(from, to);
  syncPair(of, 'all');
  return of;
}

function append(of: Pair, text: string): Pair {
  return both(of, (cells) => cells.filter(({ id }) => id === 'text').map((cell) => (cell.source += text)));
}

function retitle(of: Pair, title: string): Pair {
  return both(of, (cells) => cells.filter(({ id }) => id === 'title').map((cell) => (cell.source = title)));
}

function firstOutput(of: Pair, change: (output: Output) => unknown): unknown {
  return cellOf(of, 'pt', 'two').outputs.slice(0, 1).map(change);
}

function withoutPng(): Output['data'] & object {
  return { 'application/vnd.plotly.v1+json': { data: [], layout: {} } };
}

describe('the rules', () => {
  test('a sound lesson breaks none', () => {
    expect(broken(sound())).toEqual([]);
  });

  test.each(changes)('%s: %s', (names, _what, change) => {
    const of = sound();
    change(of);
    expect(new Set(broken(of))).toEqual(new Set(names.split(' ')));
  });

  test('every rule is broken here once', () => {
    const names = rules.map(({ name }) => name);
    expect(new Set(changes.flatMap(([names]) => names.split(' ')))).toEqual(new Set(names));
  });
});

describe('what the rules leave alone', () => {
  test.each([
    [
      'a foreign word in code, cursive, quotes or a link',
      '\n\n`pero`, *mean error*, “el error”, [Español](../es/01.ipynb)',
    ],
    ['a dollar that is no formula', '\n\nCusta 5 $ ou 7 $.'],
    ['a verb with its pronoun', '\n\nBasta calculá-los.'],
  ])('%s', (_what, text) => {
    const of = sound();
    cellOf(of, 'pt', 'text').source += text;
    syncPair(of, 'all');
    expect(broken(of).filter((rule) => rule !== 'links')).toEqual([]);
  });

  test.each([
    ['a name declared anew', 'const x = 5;\nlog({ x });'],
    ['a parameter', 'const g = (x: number): object => ({ x });\ng(1);'],
    ['await ( inside a function', 'const h = async (): Promise<number> => await (async () => 1)();\nawait h();'],
    ['a comment mark in a string', "const url = 'https://example.org';\nlog([url, `// ${url}`, /\\/\\//]);"],
  ])('%s', (_what, source) => {
    const of = sound();
    addCode(of, source);
    expect(broken(of)).toEqual([]);
  });
});
