import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { mergeMarks } from '../../../lib/grader/src/assignment/mergeMarks';
import { readAssignment } from '../../../lib/grader/src/assignment/readAssignment';
import { markingPage } from '../../../lib/grader/src/report/marking/markingPage';
import { modelAnswersIn } from '../../../lib/grader/src/report/marking/modelAnswers';
import type { ResultWritten } from '../../../lib/grader/src/report/result';
import { chromiumArguments, findChromium } from '../../../lib/course/src/run/chromium';
import { root, type NotebookFile } from '../support/exercise';
import { emptyFolder, removeFolder } from '../support/grading';
import { result } from '../support/result';

const evil = '</script><script>document.title = "forged"</script><img src=x onerror="document.title = 1">';

const written = (id: string, changes: Partial<ResultWritten> = {}): ResultWritten => ({
  id,
  max_points: 5,
  question: `pergunta ${id}`,
  answer: `resposta ${id}`,
  points: null,
  comment: '',
  rubric: [
    { points: 2, text: 'Diz o quê' },
    { points: 1.5, text: 'Diz por quê' },
  ],
  ...changes,
});

const results = [
  result({ student: '0012', written: [written('essay'), written('other', { answer: null })] }),
  result({
    student: '__proto__',
    written: [written('essay', { answer: evil }), written('other', { points: 1, comment: 'já' })],
  }),
  result({ student: evil, written: [written('other', { max_points: 3 })] }),
];

describe('the page for marking', () => {
  const page = markingPage(results, 'pt') ?? '';

  test('is not there without written answers', () => {
    expect(markingPage([result({})], 'pt')).toBeUndefined();
  });

  test('shows no names, and goes question by question', () => {
    const shown = page.replace(/<script type="application\/json"[^]*?<\/script>/, '');
    expect(shown).not.toContain('0012');
    expect([...page.matchAll(/<h2>([^<]*)<\/h2>/g)].map(([, text]) => text)).toEqual(['01-x · essay', '01-x · other']);
    expect(page).toContain('Sem resposta.');
  });

  test('shows the model answer of the question, once, and of none where nobody wrote one', () => {
    const withModel = markingPage(results, 'pt', (exercise, id) =>
      id === 'other' ? `modelo ${exercise} <b>` : undefined,
    );
    expect(withModel?.match(/modelo 01-x &lt;b&gt;/g)).toHaveLength(1);
    expect(page).not.toContain('Uma resposta possível');
  });

  test('is in Spanish too', () => {
    expect(markingPage(results, 'es')).toContain('Respuestas escritas para corregir');
  });
});

describe('model answers', () => {
  const masters = join(root, 'solutions');

  test('come from the master in the language of who marks, without what was handed out', () => {
    const [pt, es] = (['pt', 'es'] as const).map((language) =>
      modelAnswersIn(masters, language)('03-margins', 'choose'),
    );
    expect(pt).toMatch(/^Critérios/);
    expect(es).toMatch(/^Criterios/);
    expect(`${pt}${es}`).not.toMatch(/STUB|<!--/);
  });

  test.each([
    ['03-margins', 'hinge'],
    ['99-none', 'choose'],
  ])('%s %s has none', (exercise, id) => {
    expect(modelAnswersIn(masters, 'pt')(exercise, id)).toBeUndefined();
  });

  test('every written question of every exercise has one', () => {
    for (const file of readdirSync(join(masters, 'pt')).filter((name) => name.endsWith('.ipynb'))) {
      const name = file.slice(0, -'.ipynb'.length);
      const { cells } = JSON.parse(readFileSync(join(root, 'exercises/pt', file), 'utf8')) as NotebookFile;
      for (const { cell_type, metadata } of cells) {
        if (cell_type !== 'markdown' || metadata.nbgrader?.grade !== true) continue;
        expect([name, modelAnswersIn(masters, 'es')(name, metadata.nbgrader.grade_id)]).toEqual([
          name,
          expect.any(String),
        ]);
      }
    }
  });
});

const executablePath = findChromium();
const reason = executablePath === undefined ? ' [skipped: no Chromium: install it or set CHROMIUM_PATH]' : '';

(executablePath === undefined ? describe.skip : describe)(`marking in a browser${reason}`, () => {
  let browser: Browser;
  const folder = emptyFolder();
  beforeAll(async () => {
    browser = await chromium.launch({
      ...(executablePath !== undefined && { executablePath }),
      args: chromiumArguments(),
    });
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    removeFolder(folder);
  });

  test('what is filled in becomes YAML that the grader reads', async () => {
    const path = join(folder, 'marking.html');
    writeFileSync(path, markingPage(results, 'pt') ?? '');
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(pathToFileURL(path).href);
    expect(await page.title()).toBe('Respostas escritas para corrigir');
    expect(await page.textContent('#done')).toBe('1 / 5');

    const forms = page.locator('form');
    const ofEssay = forms.filter({ hasText: 'resposta essay' });
    await ofEssay.getByLabel('Diz o quê').check();
    await ofEssay.getByLabel('Diz por quê').check();
    await ofEssay.locator('textarea').fill('Bom: "quase"\nlá');
    const tooMuch = forms.filter({ hasText: 'forged' });
    await tooMuch.locator('input[name=points]').fill('6');
    expect(await tooMuch.locator('.invalid').isVisible()).toBe(true);
    expect(await page.textContent('#done')).toBe('2 / 5');
    await page.reload();
    expect(await ofEssay.locator('input[name=points]').inputValue()).toBe('3.5');

    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    const yaml = readFileSync(await download.path(), 'utf8');
    const markable = {
      items: new Map(),
      written: new Map([
        ['essay', 5],
        ['other', 5],
      ]),
    };
    const { marks } = readAssignment(mergeMarks('', yaml), ['01-x'], () => markable);
    expect(marks.get('0012')?.get('01-x')?.items).toEqual(
      new Map([['essay', { points: 3.5, comment: 'Bom: "quase"\nlá' }]]),
    );
    expect(marks.get('__proto__')?.get('01-x')?.items).toEqual(new Map([['other', { points: 1, comment: 'já' }]]));
    expect(problems).toEqual([]);
  }, 60_000);
});
