import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainAssignment } from '../../../lib/grader/src/assignment/assignment';
import { openGradebooks, writeExports } from '../../../lib/grader/src/cli/exports';
import { readOptions, type Options } from '../../../lib/grader/src/cli/options';
import { listZip, zipAt } from '../../../lib/grader/src/read/zip';
import { emptyFolder, removeFolder } from '../support/grading';
import { result } from '../support/result';
import { from } from './from';

const worksheet = `Identificador,"Nome completo",Nota,"Nota máxima","Última modificação (nota)","Comentários de feedback"
Participante9,"Ana Souza","3,00","10,00","domingo, 22 nov. 2026, 11:18","Bom trabalho"
`;

describe('what the command writes for Moodle', () => {
  const folder = emptyFolder();
  const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  afterAll(() => {
    said.mockRestore();
    removeFolder(folder);
  });

  function optionsIn(language: string): Options {
    const csv = join(folder, 'worksheet.csv');
    writeFileSync(csv, worksheet);
    const options = readOptions(['x', '--out', folder, '--moodle', csv, '--language', language], undefined);
    if (options === undefined) throw new Error('no options');
    return options;
  }

  test.each([
    ['pt', 'notas que substituem outras que o Moodle já tem: 1.', 'linhas com comentários: 1.'],
    ['es', 'notas que sustituyen a otras que Moodle ya tiene: 1.', 'líneas con comentarios: 1.'],
  ])('marks, pages, and what Moodle would not say, in %s', async (language, replaced, comments) => {
    said.mockClear();
    const options = optionsIn(language);
    const submitted = from('moodle', '9', 'Ana Souza');
    await writeExports(
      options,
      openGradebooks(options),
      [result({ student: 'Ana Souza_9', submitted })],
      plainAssignment,
    );
    expect(readFileSync(join(folder, 'moodle.csv'), 'utf8')).toBe(worksheet.replace('3,00', '7,78'));
    const { files } = await listZip(zipAt(join(folder, 'moodle-feedback.zip')), []);
    expect(files.map(({ path }) => path)).toEqual([['Ana Souza_9_assignsubmission_file', '01-x.html']]);
    expect((await files[0]?.read())?.toString()).toMatch(/^<!doctype html>[^]*Ana Souza_9/i);
    const lines = said.mock.calls.flat().join('\n');
    for (const text of [replaced, comments, 'moodle-feedback.zip']) expect(lines).toContain(text);
  });
});
