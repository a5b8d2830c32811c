import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'lossbook-course-tools';
import type { Cell } from '../../lib/course/src/notebook/notebook';
import { printNotebook } from '../../lib/course/src/notebook/print';
import { itemsOf } from '../../lib/course/src/practice/exercise';
import { readerLanguage } from '../../lib/course/src/practice/person';
import { savedExercises } from '../../lib/course/src/practice/watch';
import { answerCell, notebook, prose, temporaryCourse, testCell, writtenCell } from './notebooks';

const course = temporaryCourse();

function said(cell: Cell, text: string): Cell {
  return { ...cell, outputs: [{ output_type: 'stream', name: 'stdout', text }] };
}

/** An exercise of five items, each as `check()` or the kernel left it. */
function exercise(): Cell[] {
  const failed = { output_type: 'error', ename: 'TypeError', evalue: 'f is not a function', traceback: [] };
  return [
    prose('t', '# Exercício'),
    prose('a-text', '## A média\n\nCalcule.'),
    answerCell('a', ''),
    said(testCell('a', 3), '✓ A média: certo. Conferi o valor e a forma.\n  A nota final usa outros números.\n'),
    prose('b-text', '## A soma'),
    answerCell('b', ''),
    said(testCell('b', 4), '✓ b\n✗ bGrad: o sinal está trocado.\n'),
    prose('c-text', '## O máximo'),
    said(testCell('c', 5), '○ c: ainda não.\n'),
    { ...testCell('d', 1), outputs: [failed] },
    testCell('e', 1),
    writtenCell('f', 'Por quê?', 2),
  ];
}

function save(name: string, cells: Cell[]): void {
  const folder = join(course.root(), 'work/pt');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `.~${name}.ipynb`), printNotebook(notebook('pt', 'exercise', cells)));
  renameSync(join(folder, `.~${name}.ipynb`), join(folder, `${name}.ipynb`));
}

async function called(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
  };
  const code = await main(args, { root: course.root(), print, complain: print });
  return { code, out: lines.join('\n') };
}

test('an item is what check() said of it', () => {
  expect(itemsOf(notebook('pt', 'exercise', exercise())).map(({ id, title, state }) => [id, title, state])).toEqual([
    ['a', 'A média', 'right'],
    ['b', 'A soma', 'wrong'],
    ['c', 'O máximo', 'open'],
    ['d', 'O máximo', 'wrong'],
    ['e', 'O máximo', 'open'],
    ['f', 'O máximo', 'written'],
  ]);
});

describe('progress', () => {
  test('counts the points of what is right and says what comes next', async () => {
    save('01-sample', exercise());
    const { code, out } = await called('progress', '--lang', 'pt');
    expect(code).toBe(0);
    expect(out).toContain('✓✗○✗○');
    expect(out).toContain('3/14 pontos');
    expect(out).toContain('A seguir: A soma\n  ✓ b\n  ✗ bGrad: o sinal está trocado.');
    expect(out).toContain('✎ O máximo · para quem corrige');
  });

  test('the next exercise is the first with something to do', async () => {
    save('01-sample', [said(testCell('a', 3), '✓ A média: certo.')]);
    save('02-sample', [prose('x', '## Outra'), testCell('b', 1)]);
    expect((await called('progress', '--lang', 'pt')).out).toContain('\n02-sample\n  ○ Outra');
  });

  test('says where exercises come from when there are none', async () => {
    rmSync(join(course.root(), 'work'), { recursive: true, force: true });
    expect((await called('progress', '--lang', 'es')).out).toContain('npm start');
  });

  test('a file that is no notebook is named', async () => {
    save('01-sample', []);
    writeFileSync(join(course.root(), 'work/pt/01-sample.ipynb'), '{');
    expect(await called('progress', '--lang', 'pt')).toMatchObject({
      code: 1,
      out: expect.stringContaining('work/pt/01-sample.ipynb') as string,
    });
  });

  test.each([
    [undefined, { LANG: 'es_MX.UTF-8' }, 'es'],
    [undefined, { LANG: 'es_MX.UTF-8', LOSSBOOK_LANG: 'pt' }, 'pt'],
    [undefined, { LANG: 'C.UTF-8' }, 'pt'],
    ['es', { LANG: 'pt_BR.UTF-8' }, 'es'],
  ])('--lang %s in %j is %s', (asked, env, language) => {
    expect(readerLanguage(asked, env)).toBe(language);
  });

  test('another language is refused', async () => {
    expect(await called('progress', '--lang', 'fr')).toMatchObject({ code: 2 });
  });
});

describe('watch', () => {
  test('tells each saved exercise once, and ends when asked', async () => {
    save('01-sample', exercise());
    const stop = new AbortController();
    const names: string[] = [];
    const watching = (async () => {
      for await (const name of savedExercises(course.root(), 'pt', stop.signal)) {
        names.push(name);
        if (names.length === 1) save('02-sample', exercise());
        if (names.length === 2) stop.abort();
      }
    })();
    for (let times = 0; times < 3; times++) save('01-sample', exercise());
    await watching;
    expect(names).toEqual(['01-sample', '02-sample']);
  });

  test('an exercise that is not there is refused', async () => {
    expect(await called('watch', '99', '--once', '--lang', 'pt')).toMatchObject({ code: 2 });
  });
});
