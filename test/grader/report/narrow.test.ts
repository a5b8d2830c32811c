import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../lib/course/src/run/chromium';
import { classPage } from '../../../lib/grader/src/report/class/classPage';
import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { markingPage } from '../../../lib/grader/src/report/marking/markingPage';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { emptyFolder, removeFolder } from '../support/grading';
import { item, line, result } from '../support/result';

const long = 'umaPalavraQueNaoAcaba'.repeat(6);
const handedIn = (language: 'pt' | 'es'): ResultFile =>
  result({
    language,
    student: long,
    exercise: '02-cross-entropy',
    items: [
      {
        ...item('mse', [
          line(0, 4, {
            message: `Com [2.5, 0, 2, 7.5, -1], ${long}.`,
            comparison: { expected: [0, 1, 2, 4], got: [1, 3, 5, 9], not_finite: 2 },
          }),
          line(0, 2, { line: 'stability', status: 'not-counted', message: 'm' }),
          line(0, 2, { line: 'gradient', status: 'not-executed', untouched: true }),
        ]),
        formula:
          '\\text{FPP} = \\sum_i |\\text{output1}_i - \\text{target}_i| + \\sum_i |\\text{output2}_i - \\text{target}_i|',
      },
    ],
    written: [
      {
        id: 'essay',
        max_points: 5,
        question: long,
        answer: `${long} $\\sum_i |\\text{output1}_i - \\text{target}_i| + \\sum_i |\\text{output2}_i - \\text{target}_i|$\n\n\`\`\`\n${long}\n\`\`\``,
        points: null,
        comment: long,
        rubric: [{ points: 2, text: long, given: null }],
      },
    ],
    cells: [{ cell: 3, status: 'type-error', message: long, fault: { line: 1, column: 4, text: long } }],
    output: long,
  });

const pages: readonly (readonly [string, string])[] = (['pt', 'es'] as const).flatMap((language) => [
  [`the student’s page, ${language}`, feedbackHtml(handedIn(language))],
  [`the class, ${language}`, classPage([handedIn(language)], language)],
  [`marking, ${language}`, markingPage([handedIn(language)], language) ?? ''],
]);

const executablePath = findChromium();
const reason = executablePath === undefined ? ' [skipped: no Chromium: install it or set CHROMIUM_PATH]' : '';

(executablePath === undefined ? describe.skip : describe)(`pages on screens${reason}`, () => {
  let browser: Browser;
  let page: Page;
  const folder = emptyFolder();
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: chromiumArguments(),
    });
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    removeFolder(folder);
  });

  const widthAt = async (html: string, width: number, media: 'screen' | 'print'): Promise<number> => {
    const path = join(folder, 'page.html');
    writeFileSync(path, html);
    await page.emulateMedia({ media });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(pathToFileURL(path).href);
    // As text: the tests have no types of a browser.
    await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true;`);
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
    await widthAt(feedbackHtml(handedIn('pt')), 360, 'screen');
    expect(await page.getByRole('table').count()).toBe(1);
    expect(await page.getByRole('row').count()).toBe(4);
    expect(await page.getByRole('rowheader').allTextContents()).toEqual(['Valor', 'Estabilidade', 'Gradiente']);
    expect(await page.getByRole('columnheader').count()).toBe(4);
  });
});
