import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mergeMarks } from '../../../lib/grader/src/assignment/mergeMarks';
import { readAssignment } from '../../../lib/grader/src/assignment/readAssignment';
import { noCourseTexts } from '../../../lib/grader/src/report/courseTexts';
import { markingPage } from '../../../lib/grader/src/report/marking/markingPage';
import { modelAnswersIn } from '../../../lib/grader/src/report/marking/modelAnswers';
import type { ResultWritten } from '../../../lib/grader/src/report/result';
import { root, type NotebookFile } from '../support/exercise';
import { describeInBrowser } from '../support/pages';
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
    { points: 2, text: 'Diz o quê', given: null },
    { points: 1.5, text: 'Diz por quê', given: null },
    { points: -1, text: 'Confunde os dois', given: null },
  ],
  ...changes,
});

const results = [
  result({ student: '0012', written: [written('essay'), written('other', { answer: null })] }),
  result({
    student: '__proto__',
    written: [written('essay', { answer: evil }), written('other', { points: 1, comment: 'já', rubric: [] })],
  }),
  result({ student: evil, language: 'es', written: [written('other', { max_points: 3, rubric: [] })] }),
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
    const modelAnswer = (exercise: string, id: string): string | undefined =>
      id === 'other' ? `**modelo** ${exercise} <b>` : undefined;
    const withModel = markingPage(results, 'pt', { ...noCourseTexts, modelAnswer });
    expect(withModel?.match(/<strong>modelo<\/strong> 01-x &lt;b&gt;/g)).toHaveLength(1);
    expect(page).not.toContain('Uma resposta possível');
  });

  test('has its questions and criteria in one language, whatever that of the student, and an answer in its own', () => {
    const spanish = result({ language: 'es', written: [written('essay', { answer: '**Uno**: $p_c$' })] });
    const shown = markingPage([spanish], 'pt', {
      ...noCourseTexts,
      question: (exercise, id) => `Pergunta *${exercise}* ${id}`,
      rubric: () => ['Critério 1', 'Critério 2', 'Critério 3'],
    });
    expect(shown).toContain('<p>Pergunta <em>01-x</em> essay</p>');
    expect(shown).not.toMatch(/pergunta essay|Diz o quê/);
    expect(shown).toContain(
      '<label>Critério 2 (1,5) <input inputmode="decimal" name="criterion" data-least="0" data-most="1.5"',
    );
    expect(shown).toContain(
      '<label>Critério 3 (−1) <input inputmode="decimal" name="criterion" data-least="-1" data-most="0"',
    );
    expect(shown).toContain('data-value="1.5" aria-label="tudo: Critério 2 (1,5)"');
    expect(shown).toMatch(/<div class="answer prose" lang="es"><p><strong>Uno<\/strong>: <math>/);
    expect(shown).toContain(
      'Comentário para o estudante, em espanhol <textarea name="comment" autocomplete="off" lang="es">',
    );
  });

  test('names a question as its heading does, and goes down from it one level at a time', () => {
    const question = '## 6. Que perda? (6 pontos, corrigidos por uma pessoa)\n\n# Dados';
    const shown = markingPage([result({ written: [written('essay', { question })] })], 'pt') ?? '';
    expect(shown).toContain('<h2>01-x · 6. Que perda?</h2>');
    const levels = [...shown.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels).toEqual([1, 2, 3, 3, 3]);
  });

  test('nothing of an answer becomes markup', () => {
    expect(page).not.toMatch(/<script>document|<img/);
  });

  test('offers 0 for the empty answers where there are some', () => {
    expect(page).toContain(
      '<input type="checkbox" id="unanswered" autocomplete="off"> 0 para todas as respostas em branco (1)',
    );
    expect(markingPage([result({ written: [written('essay')] })], 'pt')).not.toContain('id="unanswered"');
    // Where the assignment's file says it already, it is not said of each.
    const zero = written('essay', { answer: null, points: 0, rubric: [] });
    const shown = markingPage([result({ written: [zero] })], 'pt');
    expect(shown).toContain('id="unanswered" autocomplete="off" checked>');
    expect(shown).toContain('data-most="5" value=""');
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

describeInBrowser('marking in a browser', (opened) => {
  test('what is filled in becomes YAML that the grader reads', async () => {
    const path = join(opened().folder, 'marking.html');
    writeFileSync(path, markingPage(results, 'pt') ?? '');
    const page = await opened().browser.newPage();
    const problems: string[] = [];
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(pathToFileURL(path).href);
    expect(await page.title()).toBe('Respostas escritas para corrigir');
    // A mark as a whole does not fill a rubric.
    expect(await page.textContent('#done')).toBe('1 / 5');

    const forms = page.locator('article');
    const ofEssay = forms.filter({ hasText: 'resposta essay' });
    await ofEssay.getByRole('textbox', { name: 'Diz o quê' }).fill('2');
    await ofEssay.locator('.criterion').nth(1).getByText('tudo').click();
    expect(await ofEssay.locator('.invalid').isVisible()).toBe(true);
    expect(await page.textContent('#done')).toBe('1 / 5');
    await ofEssay.locator('.criterion').nth(2).getByText('nada').click();
    expect(await ofEssay.locator('.invalid').isVisible()).toBe(false);
    await ofEssay.locator('textarea').fill('Bom: "quase"\nlá');
    const tooMuch = forms.filter({ hasText: 'forged' });
    await tooMuch.locator('input[name=criterion]').first().fill('6');
    expect(await tooMuch.locator('.invalid').isVisible()).toBe(true);
    expect(await page.textContent('#done')).toBe('2 / 5');
    await page.getByLabel('0 para todas as respostas em branco').check();
    expect(await page.textContent('#done')).toBe('3 / 5');
    await page.reload();
    expect(await ofEssay.locator('output[name=sum]').textContent()).toBe('3,5');
    expect(await page.textContent('#done')).toBe('3 / 5');

    const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
    const yaml = readFileSync(await download.path(), 'utf8');
    const markable = {
      items: new Map(),
      written: new Map([
        ['essay', 5],
        ['other', 5],
      ]),
    };
    const rubric = `exercises: { 01-x: { written: { essay: { points: 5, rubric: [
      { points: 2, text: a }, { points: 1.5, text: b }, { points: -1, text: c }] } } } }`;
    const read = readAssignment(mergeMarks(rubric, yaml), ['01-x'], () => markable);
    expect(read.marks.get('0012')?.get('01-x')?.items).toEqual(
      new Map([['essay', { points: 3.5, criteria: [2, 1.5, 0], comment: 'Bom: "quase"\nlá' }]]),
    );
    expect(read.marks.get('__proto__')?.get('01-x')?.items).toEqual(new Map([['other', { points: 1, comment: 'já' }]]));
    expect(read.unansweredIsZero).toBe(true);
    // One line, whoever left it empty.
    expect(yaml).toMatch(/^unanswered: 0\nmarks:\n/);
    expect(problems).toEqual([]);
  }, 60_000);

  test('what was typed stays while the answer and the assignment’s file do, whatever else comes', async () => {
    const path = join(opened().folder, 'kept.html');
    const page = await opened().browser.newPage();
    const open = async (...handedIn: readonly ReturnType<typeof result>[]): Promise<string[]> => {
      writeFileSync(path, markingPage(handedIn, 'pt') ?? '');
      await page.goto(pathToFileURL(path).href);
      return page
        .locator('input[name=points]')
        .evaluateAll((boxes) => boxes.map((box) => (box as unknown as { value: string }).value));
    };
    const of = (student: string, changes: Partial<ResultWritten> = {}): ReturnType<typeof result> =>
      result({ student, written: [written('essay', { rubric: [], ...changes })] });

    expect(await open(of('ana'))).toEqual(['']);
    await page.getByLabel('Pontos, de 0 a 5').fill('2,5');
    // Another submission came.
    expect((await open(of('ana'), of('bia'), of('caio'))).sort()).toEqual(['', '', '2,5']);
    // The file has the mark now, and then somebody changed it there.
    expect(await open(of('ana', { points: 2.5 }))).toEqual(['2,5']);
    expect(await open(of('ana', { points: 4 }))).toEqual(['4']);
    // Another answer of the same student waits for a mark of its own.
    expect(await open(of('ana', { answer: 'outra' }))).toEqual(['']);
  }, 60_000);

  test('empty answers that the assignment’s file gives 0 are done', async () => {
    const path = join(opened().folder, 'empty.html');
    const zero = written('essay', { answer: null, points: 0, rubric: [] });
    writeFileSync(path, markingPage([result({ written: [zero] })], 'pt') ?? '');
    const page = await opened().browser.newPage();
    await page.goto(pathToFileURL(path).href);
    expect(await page.textContent('#done')).toBe('1 / 1');
  }, 60_000);

  test('a mark is what was typed: with a comma too, whatever the language of the browser, and no wheel turns it', async () => {
    const path = join(opened().folder, 'typed.html');
    const one = result({ student: 'ana', written: [written('essay', { rubric: [] })] });
    writeFileSync(path, markingPage([one], 'pt') ?? '');
    const page = await (await opened().browser.newContext({ locale: 'en-US' })).newPage();
    await page.goto(pathToFileURL(path).href);
    const box = page.getByLabel('Pontos, de 0 a 5');
    const saved = async (): Promise<string> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('#download')]);
      return readFileSync(await download.path(), 'utf8');
    };
    await box.pressSequentially('2,5');
    expect(await saved()).toContain('{ points: 2.5 }');
    await box.click();
    await page.mouse.wheel(0, 100);
    // Long enough for a turn of the wheel to arrive.
    await page.waitForTimeout(300);
    expect(await saved()).toContain('{ points: 2.5 }');
    for (const wrong of ['5,1', '-1', 'dois', '1.2.3']) {
      await box.fill(wrong);
      expect(await page.locator('.invalid').isVisible()).toBe(true);
      expect(await saved()).toContain('marks: {}');
    }
  }, 60_000);
});
