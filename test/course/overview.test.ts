import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from 'lossbook-course-tools';
import { pair, prose, temporaryCourse, testCell } from './notebooks';

const course = temporaryCourse();

async function called(...args: string[]): Promise<{ code: number; out: string }> {
  const lines: string[] = [];
  const print = (line: string): void => {
    lines.push(line);
  };
  const code = await main(args, { root: course.root(), print, complain: print });
  return { code, out: lines.join('\n') };
}

function add(goals: string): void {
  course.add(
    pair(
      [
        prose('title', '# Lição 01 · A perda\n\n[Español](../es/01-sample.ipynb) · 60 minutos, mais 10\n\nTexto.'),
        prose('goals', goals),
      ],
      [
        prose('title', '# Lección 01 · La pérdida\n\n[Português](../pt/01-sample.ipynb) · 60 minutos, 10 más'),
        prose('goals', '## Qué\n\n- medir;\n- comparar.\n\n**Requisitos previos:** sumas.'),
      ],
    ),
  );
  course.add(pair([testCell('a', 3), testCell('b', 4)], undefined, 'solutions'));
}

test('the index is what the lessons say of themselves', async () => {
  add('## O quê\n\n- medir;\n- comparar.\n\n**Pré-requisitos:** somas.');
  expect((await called('overview', '--check')).code).toBe(1);
  expect((await called('overview')).code).toBe(0);
  const page = readFileSync(join(course.root(), 'notebooks/pt/README.md'), 'utf8');
  expect(page).toContain(
    '| [01 · A perda](01-sample.ipynb) | 60 minutos, mais 10 | [7 pontos](../../work/pt/01-sample.ipynb) |',
  );
  expect(page).toContain('- medir;\n- comparar.');
  expect(page).toContain('**Pré-requisitos:** somas.');
  expect(readFileSync(join(course.root(), 'notebooks/es/README.md'), 'utf8')).toContain('[01 · La pérdida]');
  expect(await called('overview', '--check')).toEqual({ code: 0, out: '' });
});

test('a lesson that does not say what it teaches is named', async () => {
  add('Nada.');
  expect(await called('overview')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/notebooks\/pt\/01-sample\.ipynb \(overview\): .* before, goals/) as string,
  });
});
