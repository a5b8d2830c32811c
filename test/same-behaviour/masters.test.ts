import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openOracles } from 'lossbook-grader';
import { casesOf } from '../../lib/grader/src/judge/cases';
import { randomFrom } from '../random';
import { root, type CellFile, type NotebookFile } from '../grader/support/exercise';
import { describeInSandbox } from '../grader/support/grading';
import { Grader } from './inGrader';
import { inKernel } from './inKernel';
import type { Notebook } from './notebook';

const oracles = openOracles(join(root, 'solutions/oracles/dist'));
const masters = ['pt', 'es'].flatMap((language) =>
  readdirSync(join(root, 'solutions', language))
    .filter((file) => file.endsWith('.ipynb') && oracles.names.includes(file.slice(0, -'.ipynb'.length)))
    .map((file) => [language, file.slice(0, -'.ipynb'.length)] as const),
);

const textOf = ({ source }: CellFile): string => [source].flat().join('');

/** Every cell of a master that has no points, but for those that measure the machine, and where a test cell stands its item's functions with all of their cases. */
function masterOf(language: string, exercise: string): Notebook {
  const file = readFileSync(join(root, 'solutions', language, `${exercise}.ipynb`), 'utf8');
  const { items } = oracles.load(exercise);
  const { cells } = JSON.parse(file) as NotebookFile;
  return {
    name: `${exercise} ${language}`,
    steps: cells.flatMap((cell): Notebook['steps'] => {
      if (cell.cell_type !== 'code' || cell.metadata.tags?.includes('machine') === true) return [];
      const item = items.find(({ id }) => cell.metadata.nbgrader?.grade_id === `${id}-check`);
      return item === undefined ? [textOf(cell)] : [{ take: item.functions.map(({ name }) => name) }];
    }),
    calls: items.flatMap((item) => {
      const { ordinary, extreme } = casesOf(item, randomFrom(5));
      return item.functions.map(({ name }) => ({ name, cases: [...ordinary, ...extreme] }));
    }),
  };
}

describeInSandbox('every solution gives the same numbers in JupyterLab and in the grader', () => {
  let grader: Grader;
  beforeAll(() => (grader = new Grader()));
  afterAll(() => grader.close());

  test.each(masters)('%s: %s', async (language, exercise) => {
    const notebook = masterOf(language, exercise);
    const [kernel, graded] = await Promise.all([inKernel(notebook), grader.run(notebook)]);
    expect(graded).toEqual(kernel);
    expect(kernel.failed).toEqual({});
    expect(Object.keys(kernel.given)).toEqual(notebook.calls.map(({ name }) => name));
    for (const [i, { cases }] of notebook.calls.entries()) {
      const given = Object.values(kernel.given)[i] ?? [];
      expect(given).toHaveLength(cases.length);
      expect(given).toEqual(
        given.map(() => expect.objectContaining({ shape: expect.any(Array) as number[] }) as object),
      );
    }
  });
});
