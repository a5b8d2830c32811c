import { classPage } from '../../../lib/grader/src/report/class/classPage';
import { markingPage } from '../../../lib/grader/src/report/marking/markingPage';
import { describeInBrowser, handedIn, pages, show } from '../support/pages';

/** What a page in the browser breaks of WCAG 2.2, each as a line; run as text, since the tests have no types of a browser. */
const broken = `(() => {
  const found = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  const tell = (what, element) => found.push(what + ': ' + element.outerHTML.slice(0, 120));
  if (!/^(pt-BR|es)$/.test(document.documentElement.lang)) found.push('no language');
  if (all('main').length !== 1 || all('h1').length !== 1 || document.title === '') found.push('no main, heading or title');

  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const own = Number(heading.tagName[1]);
    if (own > level + 1) tell('a level passed over', heading);
    level = own;
  }
  const ids = all('[id]').map(({ id }) => id);
  if (new Set(ids).size < ids.length) found.push('an id twice');
  for (const element of all('[aria-labelledby], [aria-describedby]')) {
    const named = element.getAttribute('aria-labelledby') ?? element.getAttribute('aria-describedby');
    if (!document.getElementById(named)) tell('names nothing', element);
  }
  for (const cell of all('th')) if (!/^(row|col)$/.test(cell.scope)) tell('no scope', cell);
  for (const row of all('tbody tr')) if (!row.querySelector('th[scope=row]')) tell('no head', row);
  for (const field of all('input, textarea')) if (![...field.labels].some((one) => one.textContent.trim())) tell('no label', field);
  for (const one of all('a, button, summary')) if (!(one.ariaLabel ?? one.textContent).trim()) tell('no name', one);
  for (const picture of all('svg')) if (picture.getAttribute('role') !== 'img' || !picture.ariaLabel) tell('no words', picture);
  // Paragraphs with a long formula: Chromium and Firefox let keys scroll them as they are.
  for (const box of all('body *:not(p)')) {
    const scrolls = box.scrollWidth > box.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(box).overflowX);
    if (scrolls && box.tabIndex < 0) tell('scrolls, but not by keyboard', box);
  }

  const channels = (color) => color.match(/[0-9.]+/g).map(Number);
  const luminance = (color) => {
    const [r, g, b] = channels(color).map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const { backgroundColor } = getComputedStyle(one);
      if ((channels(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  for (const element of all('body *')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '')) continue;
    const style = getComputedStyle(element);
    const [a, b] = [element.namespaceURI.endsWith('svg') ? style.fill : style.color, behind(element)].map(luminance);
    if ((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5) tell('hard to read', element);
  }
  return found;
})()`;

describeInBrowser('pages that everybody can use', (opened) => {
  test.each(pages.flatMap(([name, html]) => [1200, 360].map((width) => [name, width, html] as const)))(
    '%s, %d wide',
    async (_, width, html) => {
      await show(opened(), html, width);
      expect(await opened().page.evaluate<string[]>(broken)).toEqual([]);
    },
    60_000,
  );

  test('what has the focus is seen, and the bar does not cover it', async () => {
    const class4 = Array.from({ length: 4 }, (_, i) => ({ ...handedIn('pt'), student: `s${i}` }));
    const html = markingPage(class4, 'pt') ?? '';
    const state = `(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
      const bar = document.querySelector('.bar').getBoundingClientRect();
      return {
        name: document.activeElement.name,
        seen: outlineStyle !== 'none' && outlineWidth !== '0px',
        covered: document.activeElement.getBoundingClientRect().top < bar.bottom,
      };
    })()`;
    for (const width of [1200, 360]) {
      await show(opened(), html, width);
      await opened().page.locator('article').nth(2).getByRole('button').first().focus();
      // The box before it is where the bar is.
      const last = `document.querySelectorAll('article')[2].querySelector('input')`;
      await opened().page.evaluate(`scrollBy(0, ${last}.getBoundingClientRect().top - 10)`);
      await opened().page.keyboard.press('Shift+Tab');
      expect(await opened().page.evaluate(state)).toEqual({ name: 'criterion', seen: true, covered: false });
    }
  }, 60_000);

  test('a name that does not end leaves the marks in sight', async () => {
    await show(opened(), classPage([handedIn('pt')], 'pt'), 1200);
    const right = `document.querySelector('[aria-labelledby=students] td a').getBoundingClientRect().right`;
    expect(await opened().page.evaluate<number>(right)).toBeLessThan(1200);
  });

  test('on paper, tables repeat their heads, and no heading stands alone', async () => {
    for (const [, html] of pages) {
      await show(opened(), html, 700, 'print');
      const style = (selector: string, property: string): Promise<string[]> =>
        opened().page.evaluate(
          `[...document.querySelectorAll('${selector}')].map((one) => getComputedStyle(one)['${property}'])`,
        );
      expect(new Set(await style('thead', 'display'))).not.toContain('block');
      expect([...new Set(await style('h2, h3', 'breakAfter'))]).toEqual(['avoid']);
      for (const inside of await style('tr, figure, article, math', 'breakInside')) expect(inside).toBe('avoid');
    }
  });
});
