import { describeInSandbox } from '../grader/support/grading';
import { Grader } from './inGrader';
import { inKernel } from './inKernel';
import type { Behaviour } from './notebook';
import { oddNotebooks } from './odd';

describeInSandbox('odd notebooks do the same in JupyterLab and in the grader', () => {
  let grader: Grader;
  beforeAll(() => (grader = new Grader()));
  afterAll(() => grader.close());

  test.each(oddNotebooks)('$name', async (notebook) => {
    const [kernel, graded] = await Promise.all([inKernel(notebook), grader.run(notebook)]);
    expect(graded).toEqual(kernel);
    expect(numbersIn(kernel)).toBeGreaterThan(0);
  });
});

/** Two runs that both did nothing would be the same too. */
function numbersIn({ given }: Behaviour): number {
  return Object.values(given)
    .flat()
    .filter((one) => typeof one === 'object' && 'data' in one).length;
}
