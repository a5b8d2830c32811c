import { markdownHtml } from '../../../lib/grader/src/report/markdown';

describe('markdown that a student wrote', () => {
  test.each([
    ['a **b** *c* __d__ _e_', '<p>a <strong>b</strong> <em>c</em> <strong>d</strong> <em>e</em></p>'],
    ['**a *b***', '<p><strong>a <em>b</em></strong></p>'],
    ['snake_case_name and 2*3*4', '<p>snake_case_name and 2<em>3</em>4</p>'],
    ['\\*a\\* `**b**`', '<p>*a* <code>**b**</code></p>'],
    ['## A title ##\ntext', '<h4>A title</h4>\n<p>text</p>'],
    ['- a\n* b\n\n2. c\n3) d', '<ul><li>a</li><li>b</li></ul>\n<ol start="2"><li>c</li><li>d</li></ol>'],
    ['a\nb\r\n\r\nc', '<p>a\nb</p>\n<p>c</p>'],
    ['```ts\n**a**\n```\nb', '<pre>**a**</pre>\n<p>b</p>'],
    ['```\nnever closed', '<pre>never closed</pre>'],
    ['costs $5 and $6', '<p>costs $5 and $6</p>'],
    ['', ''],
  ])('%j', (text, html) => {
    expect(markdownHtml(text)).toBe(html);
  });

  test('formulas are formulas, and underscores in them are theirs', () => {
    const html = markdownHtml('with $a_1$ and $b_2$:\n$$\\frac{1}{N}$$');
    expect(html.match(/<math/g)).toHaveLength(3);
    expect(html).toContain('<msub><mi>a</mi><mn>1</mn></msub>');
    expect(html).toContain('display="block"');
    expect(html).not.toContain('<em>');
    expect(markdownHtml('$\\frac{1}$')).toBe('<p>$\\frac{1}$</p>');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[a](javascript:alert(1)) ![b](http://example.org/x.png)',
    '**<b onclick="x">**',
    '`<i>` $\\text{<u>}$ $<s>$',
    '$\\href{javascript:alert(1)}{x}$ $\\class{x}{y}$ $\\includegraphics{http://example.org/x}$',
    '# <h1>\n- <li>\n```\n</pre><script>\n```',
    '<!-- --> &lt;script&gt; " onload="x',
  ])('never becomes markup, nor loads anything: %j', (evil) => {
    const html = markdownHtml(evil);
    const tags = [...html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/g)];
    for (const [, name = '', attributes = ''] of tags) {
      expect(name).toMatch(/^(p|h4|ul|ol|li|pre|code|strong|em|math|semantics|m[a-z]+)$/);
      expect(attributes).not.toMatch(/\b(on\w+|src|href|srcdoc|formaction)\s*=/);
    }
    expect(html.replace(/<\/?[a-z0-9]+[^<>]*>/g, '')).not.toMatch(/[<>]/);
  });

  test('control characters and changes of direction are marked', () => {
    expect(markdownHtml('a\u202Eb `\u0007` $\u202E$')).not.toMatch(/[\u0007\u202E]/);
  });

  test('what nests for ever, or is longer than anybody reads, is text', () => {
    expect(markdownHtml('__'.repeat(9000)).match(/<strong>/g)).toHaveLength(4);
    expect(markdownHtml(`**a** ${'x'.repeat(20_000)}`)).toMatch(/^<pre>\*\*a\*\* x/);
  });
});
