import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../lib/course/src/run/chromium';
import { classPage } from '../../../lib/grader/src/report/class/classPage';
import { feedbackHtml } from '../../../lib/grader/src/report/html';
import { markingPage } from '../../../lib/grader/src/report/marking/markingPage';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { emptyFolder, removeFolder } from './grading';
import { item, line, result } from './result';

const long = 'umaPalavraQueNaoAcaba'.repeat(6);

/** A result with all that a page can show, and words that do not end. */
export const handedIn = (language: 'pt' | 'es'): ResultFile =>
  result({
    language,
    student: long,
    exercise: '02-cross-entropy',
    comment: long,
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
        question: `## 6. ${long} (5 pontos)\n\n# ${long}`,
        answer: `# ${long}\n\n$\\sum_i |\\text{output1}_i - \\text{target}_i| + \\sum_i |\\text{output2}_i - \\text{target}_i|$\n\n\`\`\`\n${long}\n\`\`\``,
        points: null,
        comment: long,
        rubric: [{ points: 2, text: long, given: null }],
      },
    ],
    cells: [{ cell: 3, status: 'type-error', message: long, fault: { line: 1, column: 4, text: long } }],
    output: long,
  });

const cell = { number: 3, source: `const a = '${long}';\nconst b = a;`, lines: new Set([0]) };
const similar = [
  { exercise: '02-cross-entropy', students: [long, 'b'] as const, share: 0.9, matches: [[cell, cell]] as const },
];

/** Every kind of page, with its name. */
export const pages: readonly (readonly [string, string])[] = (['pt', 'es'] as const).flatMap((language) => [
  [`the student’s page, ${language}`, feedbackHtml(handedIn(language))],
  [
    `the class, ${language}`,
    classPage([handedIn(language), { ...handedIn(language), student: 'b', status: 'crashed' }], language, similar),
  ],
  [`marking, ${language}`, markingPage([handedIn(language)], language) ?? ''],
]);

/** A browser with a page, and a folder for what it opens; there while tests run. */
export interface Opened {
  readonly browser: Browser;
  readonly page: Page;
  readonly folder: string;
}

/** Opens a page at a width, with all that can be opened in it. */
export async function show(
  { page, folder }: Opened,
  html: string,
  width: number,
  media: 'screen' | 'print' = 'screen',
): Promise<void> {
  const path = join(folder, 'page.html');
  writeFileSync(path, html);
  await page.emulateMedia({ media });
  await page.setViewportSize({ width, height: 800 });
  await page.goto(pathToFileURL(path).href);
  // As text: the tests have no types of a browser.
  await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true;`);
}

/** `describe` for what needs a browser: skipped by name and reason where there is none. */
export function describeInBrowser(name: string, tests: (opened: () => Opened) => void): void {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    describe.skip(`${name} [skipped: no Chromium: install it or set CHROMIUM_PATH]`, () => {
      tests(notOpened);
    });
    return;
  }
  describe(name, () => {
    let opened: Opened | undefined;
    beforeAll(async () => {
      const browser = await chromium.launch({ executablePath, args: chromiumArguments() });
      opened = { browser, page: await browser.newPage(), folder: emptyFolder() };
    }, 60_000);
    afterAll(async () => {
      await opened?.browser.close();
      if (opened !== undefined) removeFolder(opened.folder);
    });
    tests(() => opened ?? notOpened());
  });
}

function notOpened(): never {
  throw new Error('the browser is not open');
}
