import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'lossbook-course-tools';
import { code, languageCell, pair, prose, temporaryCourse } from './notebooks';

const course = temporaryCourse();

async function called(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
  };
  const exit = await main(args, { root: course.root(), print, complain: print });
  return { code: exit, out: lines.join('\n') };
}

function lesson(): void {
  course.add(
    pair(
      [
        prose('title', '# A perda'),
        { ...languageCell('pt'), executionCount: 1 },
        code('a', '1;', { executionCount: 2 }),
      ],
      [
        prose('title', '# La pérdida'),
        { ...languageCell('es'), executionCount: 1 },
        code('a', '1;', { executionCount: 2 }),
      ],
    ),
  );
}

describe('course', () => {
  test.each([[['--help']], [['sync', '--help']], [['release', '--help']], [['run', '--help']], [['check', '--help']]])(
    '%s explains itself',
    async (args) => {
      expect(await called(...args)).toMatchObject({ code: 0, out: expect.stringContaining('course') as string });
    },
  );

  test.each([
    [['dance'], /no command dance/],
    [['sync', '--loud'], /--loud/],
    [['check', '99-none'], /no notebook is called 99-none/],
    [['sync', '--accept', 'nobody'], /no cell is called nobody/],
    [['check', '--root'], /--root needs a folder/],
  ])('%s is called wrongly: 2', async (args, message) => {
    lesson();
    const { code: exit, out } = await called(...args);
    expect(exit).toBe(2);
    expect(out).toMatch(message);
  });

  test('sync asks for the prose, --accept-all settles it, check agrees', async () => {
    lesson();
    expect(await called('sync')).toMatchObject({ code: 1 });
    expect((await called('check')).out).toMatch(/notebooks\/pt\/01-sample\.ipynb, cell title \(translations\)/);
    expect(await called('sync', '01', '--accept-all')).toMatchObject({ code: 0 });
    expect(await called('check')).toEqual({ code: 0, out: '1 pairs of notebooks are right' });
  });

  test('a notebook that cannot be read is named: 1', async () => {
    lesson();
    course.write('notebooks/es/01-sample.ipynb', 'oops');
    const { code: exit, out } = await called('check');
    expect(exit).toBe(1);
    expect(out).toMatch(/^notebooks\/es\/01-sample\.ipynb \(notebook\): this is no JSON/);
  });

  test('a lesson in one language only is named: 1, and the other stays as it is', async () => {
    lesson();
    const file = join(course.root(), 'notebooks/pt/01-sample.ipynb');
    const before = readFileSync(file, 'utf8');
    course.write('notebooks/pt/02-alone.ipynb', before);
    expect(await called('sync')).toMatchObject({ code: 1, out: expect.stringContaining('es/02-alone') as string });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('run without .venv says what to do: 1', async () => {
    lesson();
    expect(await called('run')).toMatchObject({ code: 1, out: expect.stringContaining('npm start') as string });
  });
});
