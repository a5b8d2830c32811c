import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'lossbook-course-tools';
import { temporaryCourse } from './notebooks';

const course = temporaryCourse();

async function released(): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
  };
  const code = await main(['release', '--zip'], { root: course.root(), print, complain: print });
  return { code, out: lines.join('\n') };
}

const git = (...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: course.root(),
    encoding: 'utf8',
  });

/** The names in a zip's central directory. */
function namesIn(file: string): string[] {
  const zip = readFileSync(file);
  const names: string[] = [];
  for (let at = zip.indexOf('PK\x01\x02'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 4)) {
    names.push(zip.toString('utf8', at + 46, at + 46 + zip.readUInt16LE(at + 28)));
  }
  return names.filter((name) => !name.endsWith('/')).sort();
}

test('what students get has the exercises, and neither solutions nor tests', async () => {
  for (const file of [
    'package.json',
    'exercises/pt/01 [a].ipynb',
    'lib/course/src/release/solutions.ts',
    'solutions/pt/01.ipynb',
    'solutions/oracles/01.ts',
    'solutions/oracles/format.ts',
    'solutions/oracles/tsconfig.json',
    'solutions/corpus/01.yaml',
    'test/oracles/01.test.ts',
  ])
    course.write(file, 'x');
  git('init', '-q');
  git('add', '.');
  git('commit', '-q', '-m', 'course');
  course.write('secret.txt', 'not committed');
  expect(await released()).toMatchObject({ code: 0, out: expect.stringContaining('5 files') as string });
  expect(namesIn(join(course.root(), 'lossbook-students.zip'))).toEqual([
    'lossbook/exercises/pt/01 [a].ipynb',
    'lossbook/lib/course/src/release/solutions.ts',
    'lossbook/package.json',
    'lossbook/solutions/oracles/format.ts',
    'lossbook/solutions/oracles/tsconfig.json',
  ]);
});

test('outside of git it says so', async () => {
  const { code, out } = await released();
  expect(code).toBe(1);
  expect(out).toMatch(/git ls-tree failed/);
  expect(existsSync(join(course.root(), 'lossbook-students.zip'))).toBe(false);
});
