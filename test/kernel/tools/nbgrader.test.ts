import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithJupyter, JupyterHome } from '../python';

const square = (body: string): string => `function square(x: number): number { ${body} }`;

/** What students hand in, and the points of nine that it deserves. */
const submissions: Record<string, [answer: string, points: number]> = {
  right: [square('return x * x;'), 9],
  wrong: [square('return -1;'), 0],
  partly: [square('return x === 3 ? 9 : x < 0 ? 0 : x * x;'), 6],
  untouched: [square(`throw new Error('todo');`), 0],
  mistyped: [`function square(x: number): number { return 'x'; }`, 0],
  talkative: [square(`for (let i = 0; i < 600; i++) console.log(i); return x * x;`), 9],
  floating: [`${square('return x * x;')}\nPromise.reject(new Error('lost'));`, 9],
  endless: [square('while (true) {}'), 0],
  // These cells fail; what they declared before stays, as in Python, and is there for the tests.
  endlessLater: [`${square('return x * x;')}\nawait 1; while (true) {}`, 9],
  exits: [`${square('return x * x;')}\nprocess.exit(0);`, 9],
  // This one fails before its function is declared: a function stands where it is written.
  exitsBefore: [`process.exit(0);\n${square('return x * x;')}`, 0],
};

describeWithJupyter(`nbgrader's autograde`, () => {
  let graded: { scores: Record<string, number>; failed: Record<string, string> };

  beforeAll(async () => {
    const home = new JupyterHome('tslab');
    const course = mkdtempSync(join(tmpdir(), 'lossbook-nbgrader-'));
    const answers = Object.fromEntries(Object.entries(submissions).map(([student, [answer]]) => [student, answer]));
    const words = [join(__dirname, 'grade.py'), course, 'tslab', JSON.stringify(answers)];
    const { stdout, stderr } = await home.python(words);
    const line = stdout.trim().split('\n').at(-1) ?? '';
    if (!line.startsWith('{')) throw new Error(stderr.slice(-4000));
    graded = JSON.parse(line) as typeof graded;
    home.remove();
    rmSync(course, { recursive: true });
  }, 300_000);

  test('grades every submission to its end', () => {
    expect(graded.failed).toEqual({});
  });

  test.each(Object.entries(submissions).map(([student, [, points]]) => [student, points] as const))(
    '%s: %d of 9 points',
    (student, points) => {
      expect(graded.scores[student]).toBe(points);
    },
  );
});
