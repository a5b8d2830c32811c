import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, main, type Course } from 'lossbook-grader';
import type { ResultFile } from '../../lib/grader/src/report/result';
import { answering, cellOf, changed, handedOut, master, mseWith, root, type NotebookFile } from './support/exercise';
import { describeInSandbox, emptyFolder, removeFolder, runCli } from './support/grading';
import { makeZip } from './support/zip';

const summing = mseWith('return tf.tidy(() => input.sub(target).square().sum());');

/** A notebook with so much output as an endless loop prints. */
function noisy(notebook: NotebookFile): string {
  const outputs = [{ output_type: 'stream', name: 'stdout', text: Array<string>(400_000).fill(`${'x'.repeat(60)}\n`) }];
  Object.assign(cellOf(notebook, 'fpp'), { outputs });
  return JSON.stringify(notebook);
}

/** A notebook of which nothing is left but the cells' text. */
function bare(notebook: NotebookFile): string {
  return JSON.stringify({
    nbformat: 4,
    nbformat_minor: 2,
    metadata: {},
    cells: notebook.cells.map(({ cell_type, source }) => ({ cell_type, source, metadata: {} })),
  });
}

const inMoodle = (name: string, data: string): { name: string; data: string } => ({
  name: `${name}_assignsubmission_file_/01-regression.ipynb`,
  data,
});

const worksheet = `\uFEFFIdentificador,"Nome completo",Nota,"Nota máxima","Última modificação (envio)"\r
Participante1,Ana,,"10,00","sexta-feira, 20 nov. 2026, 22:00"\r
Participante2,Bruno,,"10,00","domingo, 22 nov. 2026, 10:00"\r
Participante3,Caio,"1,00","10,00",-\r
Participante9,Zoe,"2,00","10,00",-\r
`;

describeInSandbox('a course', () => {
  const folder = emptyFolder();
  const out = join(folder, 'out');
  const read = (path: string): string => readFileSync(join(out, path), 'utf8');
  const resultOf = (student: string): ResultFile =>
    JSON.parse(read(`results/${student}/01-regression.json`)) as ResultFile;
  const run = (...args: string[]): ReturnType<typeof runCli> =>
    runCli(folder, ['moodle.zip', '--out', 'out', '--assignment', 'assignment.yaml', ...args]);
  let first: ReturnType<typeof runCli>;

  beforeAll(() => {
    const entries = [
      inMoodle('Ana_1', noisy(master())),
      inMoodle('Bruno_2', changed(master(), summing)),
      inMoodle('Caio_3', bare(master('es'))),
      inMoodle('Davi_4', changed(master()).slice(0, -2000)),
      { name: '../../evil.ipynb', data: 'x' },
      { name: 'Eva_5_assignsubmission_onlinetext_/onlinetext.html', data: 'x' },
    ];
    writeFileSync(join(folder, 'moodle.zip'), makeZip(entries));
    writeFileSync(join(folder, 'worksheet.csv'), worksheet);
    writeFileSync(
      join(folder, 'assignment.yaml'),
      `exercises: { 01-regression: { points: { mse: 12 } } }
late: { due: 2026-11-20 23:59, time_zone: America/Sao_Paulo, percent_per_day: 10 }
marks:
  Bruno_2: # falou comigo
    01-regression: { comment: Melhorou, items: { mse: { points: 3, comment: quase } } }
`,
    );
    first = run('--moodle', 'worksheet.csv', '--nbgrader', '--gradescope');
  }, 240_000);
  afterAll(() => {
    removeFolder(folder);
  });

  test('comes in as a zip of Moodle, whatever is damaged in it', () => {
    expect(first.status).toBe(0);
    expect(first.stderr).toContain('Recusado: ../../evil.ipynb: um caminho com ..');
    expect(read('grades.csv')).toBe(
      `student,exercise,score,max_score,status
Ana_1,01-regression,36,36,graded
Bruno_2,01-regression,19.8,36,graded
Caio_3,01-regression,36,36,graded
Davi_4,01-regression,26,36,not-executed
Eva_5,01-regression,0,36,missing
`,
    );
    expect(resultOf('Caio_3')).toMatchObject({ language: 'es' });
    expect(resultOf('Davi_4').repairs.map(({ code }) => code)).toEqual(['cut', 'language-guessed', 'answer-missing']);
  });

  test('has marks by hand and late penalties', () => {
    const bruno = resultOf('Bruno_2');
    expect(bruno).toMatchObject({
      raw_score: 27,
      comment: 'Melhorou',
      late: { days: 2, penalty: 7.2, from: 'platform' },
    });
    const page = read('feedback/Bruno_2/01-regression.html');
    for (const text of ['Melhorou', 'quase', 'Pontos dados na correção manual', 'Dias de atraso: 2'])
      expect(page).toContain(text);
    expect(resultOf('Caio_3').late).toMatchObject({ at: null, penalty: 0 });
  });

  test('goes out as Moodle’s own worksheet, and to other systems', () => {
    expect(read('moodle.csv')).toBe(
      worksheet
        .replace('Ana,,', 'Ana,"10,00",')
        .replace('Bruno,,', 'Bruno,"5,50",')
        .replace('Caio,"1,00"', 'Caio,"10,00"'),
    );
    expect(first.stderr).toContain('pode ser a de: Davi_4\n');
    expect(read('nbgrader.csv')).toContain(
      '01-regression,2026-11-21 02:59:00,2026-11-22 13:00:00,Bruno_2,,Bruno,,27,7.2,19.8,36\n',
    );
    expect(JSON.parse(read('gradescope/Bruno_2/results.json'))).toMatchObject({ score: 19.8 });
    expect(read('class.html')).toContain('feedback/Bruno_2/01-regression.html');
    expect(readdirSync(folder).sort()).toEqual(['assignment.yaml', 'moodle.zip', 'out', 'worksheet.csv']);
  });

  test('one item of one student is graded again, the rest stays', () => {
    const before = read('grades.csv');
    const again = run('--only', 'l1', '--student', 'Bruno_2', '--moodle', 'worksheet.csv');
    expect(again.stderr).toContain('Bruno_2 01-regression  19.8/36  graded');
    expect(again.stderr).not.toContain('Ana_1 01-regression');
    expect(read('grades.csv')).toBe(before);
    expect(resultOf('Bruno_2').items.map(({ id }) => id)).toEqual(['fpp', 'mse', 'l1', 'mbe', 'smoothL1']);
  });

  test('a dry run writes nothing', () => {
    const options = ['--out', 'dry', '--dry-run', '--moodle', 'worksheet.csv', '--assignment', 'assignment.yaml'];
    const dry = runCli(folder, ['moodle.zip', ...options], { LOSSBOOK_SEED: '' });
    const file = 'Ana_1_assignsubmission_file_/01-regression.ipynb';
    // In the assignment's time zone, as the students read it.
    expect(dry.stdout).toMatch(`Ana_1 01-regression  ${file}  20/11/2026, 22:00 BRT (hora da plataforma)`);
    expect(dry.stdout).toContain('5 entregas seriam corrigidas');
    expect(existsSync(join(folder, 'dry'))).toBe(false);
  });

  test.each([
    [['--only', 'nothing'], /--only nothing: não há exercício nem item com esse nome/],
    [['--student', 'Zoe'], /Não há entregas de Zoe/],
    [['--moodle', 'assignment.yaml'], /assignment.yaml não é um arquivo de notas/],
    [['--canvas', 'nowhere.csv'], /nowhere.csv não pôde ser lido/],
    [['--marks', 'moodle.zip'], /moodle.zip: linha 1/],
  ])('%j is refused', (args, message) => {
    const { status, stderr } = run(...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describeInSandbox('a written answer', () => {
  const folder = emptyFolder();
  const essay = (notebook: NotebookFile, source: string): NotebookFile => {
    const nbgrader = { grade_id: 'essay', grade: true, solution: true, locked: false, points: 5, schema_version: 3 };
    notebook.cells.push({ cell_type: 'markdown', id: 'essay', metadata: { nbgrader }, source });
    return notebook;
  };
  const exercises = join(folder, 'exercises');
  const course: Course = {
    root,
    oracles: join(root, 'solutions/oracles/dist'),
    exercises,
    cache: join(root, '.cache/grader'),
  };
  const out = join(folder, 'out');
  const grade = (...args: string[]): Promise<number> =>
    main([join(folder, 'in'), '--out', out, '--language', 'es', ...args], course);
  const row = (): string | undefined => readFileSync(join(out, 'grades.csv'), 'utf8').split('\n')[1];

  beforeAll(() => {
    for (const path of ['exercises/pt', 'in/ana']) mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(exercises, 'pt/01-regression.ipynb'), JSON.stringify(essay(handedOut(), 'Por quê?')));
    const fast = answering('fpp', 'const nothing = 1;');
    writeFileSync(join(folder, 'in/ana/01-regression.ipynb'), changed(essay(master(), 'Porque **sim**.'), fast));
    const rubric = '[{ points: 3, text: { pt: Diz, es: Dice } }, { points: 2, text: b }]';
    writeFileSync(
      join(folder, 'in/assignment.yaml'),
      `# nosso\nexercises: { 01-regression: { written: { essay: { rubric: ${rubric} } } } }\n`,
    );
    for (const method of ['log', 'error'] as const) jest.spyOn(console, method).mockImplementation(() => undefined);
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });
  afterAll(() => {
    jest.restoreAllMocks();
    removeFolder(folder);
  });

  test('waits for a human, whose marks go into the file and are kept', async () => {
    expect(await grade()).toBe(exitCodes.done);
    expect(row()).toBe('ana,01-regression,26,30,not-executed');
    expect(readFileSync(join(out, 'marking.html'), 'utf8')).toContain(
      'lang="pt-BR"><p>Porque <strong>sim</strong>.</p>',
    );

    const marks = 'marks: { ana: { 01-regression: { items: { essay: { criteria: [3, 1], comment: bem } } } } }\n';
    writeFileSync(join(folder, 'marks.yaml'), marks);
    expect(await grade('--marks', join(folder, 'marks.yaml'))).toBe(exitCodes.done);
    expect(row()).toBe('ana,01-regression,30,35,not-executed');
    const kept = readFileSync(join(folder, 'in/assignment.yaml'), 'utf8');
    expect(kept).toContain('# nosso');
    expect(kept).toMatch(/essay: \{ criteria: \[ ?3, 1 ?\], comment: bem \}/);

    expect(await grade()).toBe(exitCodes.done);
    expect(row()).toBe('ana,01-regression,30,35,not-executed');
    const page = readFileSync(join(out, 'feedback/ana/01-regression.html'), 'utf8');
    expect(page).toContain('bem');
    expect(page).toContain('<li>Diz <strong>3</strong> / 3</li><li>b <strong>1</strong> / 2</li>');
  }, 240_000);
});
