import { Notebook } from './notebook';

let notebook: Notebook;
beforeAll(async () => {
  notebook = new Notebook();
  await notebook.run(`/**
 * The area of a square.
 * @param side its side, in metres
 * @param scale by what it is multiplied
 * @returns square metres
 * @throws RangeError for a negative side
 * @example
 * const a = area(2, 1);
 * a; // 4
 */
function area(side: number, scale = 1): number { return side * side * scale; }
/** How many there are. */
let counter = 0;
class Circle {
  /** In metres. */
  radius = 1
}`);
});
afterAll(() => {
  notebook.close();
});

test('a function of an earlier cell: its signature and its docstring, as Markdown and as text', () => {
  expect(notebook.inspect('area|(2)')).toEqual({
    markdown: `\`\`\`typescript
function area(side: number, scale?: number): number
\`\`\`

The area of a square.

**Parameters**

- \`side\`: its side, in metres
- \`scale\`: by what it is multiplied

**Returns** square metres

**Throws**

- RangeError for a negative side

**Example**

\`\`\`typescript
const a = area(2, 1);
a; // 4
\`\`\``,
    text: `function area(side: number, scale?: number): number

The area of a square.

@param side its side, in metres
@param scale by what it is multiplied

@returns square metres

@throws RangeError for a negative side

@example
const a = area(2, 1);
a; // 4`,
  });
});

test.each<[string, string]>([
  ['ar|ea', 'function area('],
  ['area(|', 'function area('],
  ['area(1, |)', 'function area('],
  ['Math.max(1, |', 'Math.max('],
  ['new Circle(|', 'Circle'],
  ['counter|', 'let counter: number'],
  ['counter|', 'How many there are.'],
  ['new Circle().rad|ius', 'In metres.'],
  ['const x = 5; x|', 'const x: 5'],
  ['console.lo|g', 'Prints to `stdout`'],
  ['/* 😀 */ are|a', 'The area of a square.'],
  ["import * as lossbook from 'lossbook'; lossbook.huberLoss|", 'huberLoss('],
  ["import * as lossbook from 'lossbook'; lossbook.huberLoss|", '@example'],
  ["import * as tf from '@tensorflow/tfjs'; tf.matMul|(", 'matMul'],
])('%s says %p', (marked, said) => {
  expect(notebook.inspect(marked)?.text).toContain(said);
});

test.each(['|', 'unknownName|', '5|', '// area|'])('%p says nothing', (marked) => {
  expect(notebook.inspect(marked)).toBeUndefined();
});

test.each<[string, string]>([
  ['area|(2)', 'function area(side: number, scale = 1): number { return side * side * scale; }'],
  ['counter|', 'let counter = 0;'],
  ['new Circle|()', 'class Circle {\n  /** In metres. */\n  radius = 1\n}'],
  ['const here = (x: number) => x + 1; here|(1)', 'Source:\n(x: number) => x + 1'],
  ["import * as lossbook from 'lossbook'; lossbook.huberLoss|", 'export declare function huberLoss<'],
])('with more detail, %s shows its source', (marked, source) => {
  expect(notebook.inspect(marked)?.text).not.toContain(source);
  expect(notebook.inspect(marked, 1)?.text).toContain(`Source:\n`);
  expect(notebook.inspect(marked, 1)?.text).toContain(source);
  expect(notebook.inspect(marked, 1)?.markdown).toContain(`**Source**`);
});
