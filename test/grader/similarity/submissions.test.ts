import type { Notebook } from '../../../lib/grader/src/read/notebook';
import { readNotebook } from '../../../lib/grader/src/read/notebook';
import type { Submission } from '../../../lib/grader/src/read/submissions';
import { classPage } from '../../../lib/grader/src/report/class/classPage';
import { similarCsv } from '../../../lib/grader/src/report/similarCsv';
import { similarSubmissions, type SimilarSubmissions } from '../../../lib/grader/src/similarity/submissions';
import { adding, answering, changed, handedOut, master, type Change, type NotebookFile } from '../support/exercise';

const released = { pt: readNotebook(changed(handedOut())), es: readNotebook(changed(handedOut('es'))) };

const submission = (student: string, text: string | undefined): Submission => ({
  student,
  exercise: '01-regression',
  file:
    text === undefined
      ? undefined
      : { path: [student, '01-regression.ipynb'], modified: undefined, read: () => Promise.resolve(Buffer.from(text)) },
  platform: undefined,
  time: undefined,
  earlier: [],
});

const find = (handedIn: Readonly<Record<string, string | undefined>>): Promise<SimilarSubmissions[]> =>
  similarSubmissions(
    Object.entries(handedIn).map(([student, text]) => submission(student, text)),
    () => Promise.resolve<Record<'pt' | 'es', Notebook>>(released),
  );

/** Renames the parameters of each answer, and writes a comment above each line. */
const disguise: Change = (notebook) => {
  for (const cell of notebook.cells) {
    if (cell.metadata.nbgrader?.solution !== true || cell.cell_type !== 'code') continue;
    const source = [cell.source].flat().join('');
    cell.source = source
      .replace(/\b(?:input|target|size|inner|outer|slope|first|second)\b(?!:? tf\.Tensor,? ?\))/g, (name) => `${name}Z`)
      .replace(/^/gm, '// x\n');
  }
};

/** No notebook says which cell is which. */
const withoutMetadata: Change = (notebook) => {
  for (const cell of notebook.cells) cell.metadata = {};
};

describe('similar submissions', () => {
  test('a disguised copy, in another language and without metadata, is found; untouched and broken ones are not', async () => {
    const pairs = await find({
      ana: changed(master()),
      bia: changed(master('es'), disguise, withoutMetadata),
      caio: changed(handedOut()),
      davi: changed(handedOut('es')),
      eva: 'not a notebook',
      fabio: undefined,
    });
    expect(pairs.map(({ exercise, students }) => [exercise, ...students])).toEqual([['01-regression', 'ana', 'bia']]);
    expect(pairs[0]?.share).toBeGreaterThan(0.9);
  });

  test('cells of one’s own count, set-up and test cells do not', async () => {
    const own = `const table = tf.tidy(() => tf.linspace(0, 1, 11).mul(3).add(tf.range(0, 11).square()).div(7).cumsum());
const other = tf.tidy(() => tf.stack([table.exp(), table.log1p(), table.neg().relu()]).transpose().matMul(tf.eye(3)));`;
    const pairs = await find({
      ana: changed(handedOut(), adding('mse', own)),
      bia: changed(handedOut(), adding('l1', own)),
    });
    expect(pairs.map(({ share }) => share)).toEqual([1]);
    const tests: Change = (notebook: NotebookFile) => {
      answering('mse-check', own)(notebook);
      answering('setup', own)(notebook);
    };
    expect(await find({ ana: changed(handedOut(), tests), bia: changed(handedOut(), tests) })).toEqual([]);
  });

  test('the table and the page name both, show the cells and say that it is no proof', async () => {
    const comment = answering('fpp', `function fpp() {\n// <script>alert(1)</script>\n}`);
    const pairs = await find({ '=ana': changed(master(), comment), '<b>bia': changed(master(), disguise) });
    expect(similarCsv(pairs)).toMatch(
      /^exercise,student_1,student_2,share,cells_1,cells_2\n01-regression,'=ana,<b>bia,0\.\d\d,[\d ]+,[\d ]+\n$/,
    );
    const page = classPage([], 'pt', pairs);
    expect(page).toContain('Isto não prova nada');
    expect(page).toContain('&lt;b&gt;bia');
    expect(page).not.toContain('<b>bia');
    expect(page).toMatch(/<mark>[^<]*tf\.mean\(tf\.square/);
    expect(classPage([], 'es', pairs)).toContain('Esto no prueba nada');
    expect(classPage([], 'pt')).not.toContain('parecidas');
  });
});
