import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  chromiumArguments,
  findChromium,
  lessons,
  notebookFile,
  readPair,
  sides,
  venvProgram,
} from 'lossbook-course-tools';
import { startLab, type Lab } from './lab';
import { openNotebook, runAll, see, waitForFigures, type Seen } from './notebookPage';

const root = process.cwd();
const browserPath = findChromium();
const jupyter = venvProgram(root, 'jupyter');
const missing = [
  ...(browserPath === undefined ? ['Chromium (install it, or set CHROMIUM_PATH)'] : []),
  ...(jupyter === undefined ? ['.venv with JupyterLab (npm start makes it)'] : []),
];
const canRun = missing.length === 0 || process.env.CI !== undefined;
const suite = canRun ? describe : describe.skip;

/** Portuguese and Spanish in turns. */
const shownIn = (name: string): 'pt' | 'es' => (Number(name.slice(0, 2)) % 2 === 1 ? 'pt' : 'es');

/** The source is not shown until it is clicked: a quiz's, which holds the answers. */
function isFolded({ jupyter }: { readonly jupyter?: unknown }): boolean {
  return (jupyter as { readonly source_hidden?: boolean } | undefined)?.source_hidden === true;
}

suite(`the course in JupyterLab${canRun ? '' : `: skipped, no ${missing.join(', no ')}`}`, () => {
  let lab: Lab;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    if (browserPath === undefined || jupyter === undefined) throw new Error(`CI must have ${missing.join(' and ')}`);
    lab = await startLab(root, jupyter, ['notebooks', 'exercises', 'datasets']);
    browser = await chromium.launch({
      executablePath: browserPath,
      args: chromiumArguments(),
      chromiumSandbox: process.getuid?.() !== 0,
    });
  }, 180_000);

  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    await (lab as Lab | undefined)?.close();
  }, 60_000);

  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  });

  afterEach(async () => {
    await page.close();
  });

  async function ran(file: string, figures: number): Promise<Seen> {
    await openNotebook(page, lab, file);
    await runAll(page);
    await waitForFigures(page, figures);
    const pictures = join(root, '.cache/e2e');
    mkdirSync(pictures, { recursive: true });
    if (figures > 0)
      await page.locator('.jp-Notebook .js-plotly-plot').last().scrollIntoViewIfNeeded({ timeout: 5000 });
    await page.screenshot({ path: join(pictures, `${file.replaceAll('/', '-')}.png`) });
    return see(page);
  }

  // test/course/lessons.test.ts runs both languages; the browser shows one of each lesson, and the exercise in the other.
  const course = lessons(root, ['notebooks']).flatMap((lesson) =>
    sides(readPair(root, lesson)).filter(({ language }) => language === shownIn(lesson.name)),
  );

  test('there is a lesson', () => {
    expect(course.length).toBeGreaterThan(0);
  });

  test.each(course.map((side) => [side.file, side] as const))(
    '%s runs to its end, without an error, and draws its figures',
    async (file, { notebook }) => {
      const code = notebook.cells.filter(({ type }) => type === 'code');
      const shown = code
        .flatMap(({ outputs }) => outputs)
        .filter(({ data }) => Object.hasOwn(Object(data) as object, 'application/vnd.plotly.v1+json')).length;
      const seen = await ran(file, shown);
      expect(seen.errors).toEqual([]);
      expect(seen.counts).toEqual(code.flatMap((cell, index) => (isFolded(cell.metadata) ? [] : [String(index + 1)])));
      expect(shown).toBeGreaterThan(0);
      expect(seen.figures).toHaveLength(shown);
      for (const { width, height } of seen.figures) {
        expect(width).toBeGreaterThan(300);
        expect(height).toBeGreaterThan(150);
      }
    },
    300_000,
  );

  const exercises = lessons(root, ['exercises']).map((lesson) =>
    shownIn(lesson.name) === 'es'
      ? ([notebookFile(lesson, 'pt'), 'ainda não'] as const)
      : ([notebookFile(lesson, 'es'), 'todavía no'] as const),
  );

  test.each(exercises)(
    '%s, untouched, runs and says "%s"',
    async (file, notYet) => {
      const seen = await ran(file, 0);
      expect(seen.errors).toEqual([]);
      expect(seen.text.toLowerCase()).toContain(notYet);
    },
    300_000,
  );
});
