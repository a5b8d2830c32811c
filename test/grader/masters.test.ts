import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ResultFile } from '../../lib/grader/src/report/result';
import { root } from './support/exercise';
import { describeInSandbox, emptyFolder, removeFolder, runCli } from './support/grading';

const exercises = readdirSync(join(root, 'solutions/pt')).filter((name) => name.endsWith('.ipynb'));

/** Hands in every notebook of a folder, in both languages, and reads the rows: student, exercise, score, maximum. */
function rowsOf(folder: 'solutions' | 'exercises', inFolder: string): [string, string, number, number][] {
  for (const language of ['pt', 'es']) {
    mkdirSync(join(inFolder, 'in', language), { recursive: true });
    for (const name of exercises) {
      copyFileSync(join(root, folder, language, name), join(inFolder, 'in', language, name));
    }
  }
  expect(runCli(inFolder, ['in', '--out', 'out'])).toMatchObject({ status: 0 });
  const [, ...lines] = readFileSync(join(inFolder, 'out/grades.csv'), 'utf8').trim().split('\n');
  return lines.map((line) => {
    const [student = '', exercise = '', score, most] = line.split(',');
    return [student, exercise, Number(score), Number(most)];
  });
}

/** The items whose student is not told that the answer is as it was handed out, or that it is nothing but zeros. */
function notToldUntouched(inFolder: string): string[] {
  return ['pt', 'es'].flatMap((language) =>
    exercises.flatMap((name) => {
      const path = join(inFolder, 'out/results', language, name.replace('.ipynb', '.json'));
      const { items } = JSON.parse(readFileSync(path, 'utf8')) as ResultFile;
      return items
        .filter(({ lines }) => {
          const families = lines.flatMap((line) => line.families);
          const isTold = ['STARTER', 'ZERO'].some((family) => families.includes(family));
          return !isTold && !lines.some(({ message }) => / NaN (em|en) todos /.test(message));
        })
        .map(({ id, lines }) => `${language} ${name} ${id}: ${lines.map(({ message }) => message).join(' ')}`);
    }),
  );
}

describeInSandbox('every exercise', () => {
  let folder: string;
  beforeEach(() => (folder = emptyFolder()));
  afterEach(() => {
    removeFolder(folder);
  });

  test('its master has full marks', () => {
    const rows = rowsOf('solutions', folder);
    expect(rows).toHaveLength(2 * exercises.length);
    expect(rows.filter(([, , score, most]) => !(most > 0 && score === most))).toEqual([]);
  }, 240_000);

  test('untouched it has none', () => {
    const rows = rowsOf('exercises', folder);
    expect(rows).toHaveLength(2 * exercises.length);
    expect(rows.filter(([, , score]) => score !== 0)).toEqual([]);
    expect(notToldUntouched(folder)).toEqual([]);
  }, 240_000);
});
