import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../lib/course/src/run/chromium';
import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { emptyFolder, removeFolder } from '../support/grading';
import { describeInBrowser, handedIn, pages, show } from '../support/pages';

describeInBrowser('pages on screens', () => {
  let browser: Browser;
  let page: Page;
  const folder = emptyFolder();
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: findChromium() ?? '', args: chromiumArguments() });
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    removeFolder(folder);
  });

  const widthAt = async (html: string, width: number, media: 'screen' | 'print'): Promise<number> => {
    await show(page, folder, html, width, media);
    return page.evaluate<number>('document.documentElement.scrollWidth');
  };

  test.each(pages)(
    '%s: nothing is wider than a telephone, a window, a sheet of paper',
    async (_, html) => {
      expect(await widthAt(html, 360, 'screen')).toBe(360);
      expect(await widthAt(html, 1200, 'screen')).toBe(1200);
      // A4 between its margins.
      expect(await widthAt(html, 700, 'print')).toBe(700);
    },
    60_000,
  );

  test('a table that is shown in blocks is still a table to who listens', async () => {
    await show(page, folder, feedbackHtml(handedIn('pt')), 360);
    expect(await page.getByRole('table').count()).toBe(1);
    expect(await page.getByRole('row').count()).toBe(4);
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Valor', 'Estabilidade', 'Gradiente']);
    expect(await page.getByRole('columnheader').count()).toBe(4);
  });
});
