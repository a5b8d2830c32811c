import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gradeSubmission, type Exercise, type Means } from '../../lib/grader/src/gradeSubmission';
import { openOracles } from '../../lib/grader/src/batch/oracles';
import { readNotebook } from '../../lib/grader/src/read/notebook';
import { root } from './support/exercise';

const name = '02-cross-entropy';
const released = readNotebook(readFileSync(join(root, `exercises/pt/${name}.ipynb`)));
const exercise: Pick<Exercise, 'oracle' | 'released'> = {
  oracle: openOracles(join(root, 'solutions/oracles/dist')).load(name),
  released: { pt: released, es: undefined },
};
const submission = { student: 'ana', exercise: name, platform: undefined, time: undefined, earlier: [] };

test.each([
  ['missing', undefined],
  ['broken', { path: ['ana', 'x'], modified: undefined, read: () => Promise.resolve(Buffer.from('<html>')) }],
])('who is %s has the written answers of the exercise, empty', async (status, file) => {
  const graded = await gradeSubmission({ ...submission, file }, exercise as Exercise, { language: 'es' } as Means);
  expect(graded).toMatchObject({ status, score: 0, maxScore: 38 });
  expect(graded.written.map(({ id, maxPoints, answer }) => [id, maxPoints, answer])).toEqual([
    ['choose', 6, undefined],
    ['exposure', 6, undefined],
  ]);
});
