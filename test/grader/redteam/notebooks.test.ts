/** Notebooks, names, zips and types that are made to break what reads them. */
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { changed, handedOut, master, root, type NotebookFile } from '../support/exercise';
import { describeInSandbox, grade, removeFolder, resultFor, type Outcome } from '../support/grading';
import { makeZip } from '../support/zip';

const deep = (n: number): string => '['.repeat(n) + ']'.repeat(n);
const cellsOf = (cells: string): string => `{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": ${cells}}`;
const withCells = (change: (notebook: NotebookFile) => void): string => changed(handedOut(), change);
const asCell = (source: unknown): unknown => ({ cell_type: 'code', id: 'x', metadata: {}, outputs: [], source });

/** Files that are no honest notebook. */
const files: Readonly<Record<string, string | Buffer>> = {
  'metadata as deep as may be': cellsOf('[]').replace('"metadata": {}', `"metadata": ${deep(100_000)}`),
  'cells as deep as may be': cellsOf(deep(100_000)),
  'many cells': cellsOf(`[${Array(200_000).fill('{"cell_type":"code","metadata":{},"source":""}').join()}]`),
  'prototypes for keys': cellsOf(
    '[{"__proto__": {"points": 30}, "cell_type": "code", "source": "", "metadata": {"__proto__": {"nbgrader": {"grade_id": "mse"}}, "constructor": {"prototype": {"points": 30}}}}]',
  ),
  'sources that are no text': cellsOf(
    JSON.stringify([null, 1, true, {}, [1, 2], [[['x']]], { length: 9 }].map(asCell)),
  ),
  'cells that are no cells': cellsOf(
    '[null, 1, "x", [], {"cell_type": 7}, {"metadata": null}, {"cell_type": "code", "source": null}]',
  ),
  'points of its own': withCells(({ cells }) => {
    for (const { metadata } of cells)
      Object.assign(metadata.nbgrader ?? {}, { points: 1000, grade: true, solution: true });
  }),
  'an item of its own': withCells(({ cells }) => {
    cells.push({
      ...(cells[5] as (typeof cells)[0]),
      metadata: { nbgrader: { grade_id: '../../seed', grade: true, solution: true, locked: false } },
    });
  }),
  'the same answer a thousand times': withCells(({ cells }) => {
    const answer = cells.find(({ metadata }) => metadata.nbgrader?.grade_id === 'mse');
    if (answer !== undefined) cells.push(...Array<typeof answer>(1000).fill(answer));
  }),
  'tests of its own': withCells(({ cells }) => {
    for (const cell of cells) if (cell.metadata.nbgrader?.grade === true) cell.source = 'process.exit(0);';
  }),
  'a language of its own': JSON.stringify({
    ...handedOut(),
    metadata: { lossbook: { language: '../../../etc', exercise: '../x' } },
  }),
  'a source of ten million lines': withCells(({ cells }) => {
    cells.push({ cell_type: 'code', id: 'long', metadata: {}, source: '\n'.repeat(1e7) });
  }),
  'a name of a million letters': withCells(({ cells }) => {
    cells.splice(3, 0, { cell_type: 'code', id: 'name', metadata: {}, source: `${'x'.repeat(1e6)};` });
  }),
  'brackets without end': Buffer.concat([Buffer.from('{"nbformat": 4, "cells": '), Buffer.alloc(6e7, '[')]),
  'types that are looked into for ever': withCells(({ cells }) => {
    const source = `type Deep<T> = { [K in keyof T]: Deep<Deep<T>> }; type Loop<N extends any[] = []> = Loop<[...N, N]>; const x: Loop = 1 as any;
type Word = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h'; type Words = \`\${Word}\${Word}\${Word}\${Word}\${Word}\${Word}\`; const y: Words = 'x' as any;`;
    cells.splice(3, 0, { cell_type: 'code', id: 'types', metadata: {}, source });
  }),
  'no text': Buffer.alloc(1 << 20, 0xff),
  'an archive under a false name': makeZip([{ name: 'x', data: 'x' }]),
  'half a file': changed(master()).slice(0, 2000),
  nothing: '',
};

/** Folder names that mean something elsewhere: to a spreadsheet, a browser, a terminal, a file system. */
const names = [
  '=cmd|calc',
  '+1+1',
  '-1-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  'two\nlines',
  'a,b;c"d\'e',
  '<script>alert(1)<',
  '" onmouseover="alert(1)',
  "'); DROP TABLE grades; --",
  '${process.exit(9)}',
  '\u001b[2Jred',
  '\u202Egnp.exe',
  'CON',
  'nul.txt',
  '__proto__',
  'constructor',
  ' space ',
  '~',
  '--out',
  '%2e%2e%2f',
  'é\u0301',
  '👩‍🏫',
  'x'.repeat(240),
];

describeInSandbox('red team: notebooks and names', () => {
  let run: Outcome;
  const hostile = handedOut();

  beforeAll(() => {
    run = grade(
      { 'a neighbour': changed(master()), 'z neighbour': changed(master('es')) },
      ['--cpu', '10'],
      (submissions) => {
        const put = (folder: string, file: string, content: string | Buffer): void => {
          mkdirSync(join(submissions, folder), { recursive: true });
          writeFileSync(join(submissions, folder, file), content);
        };
        for (const [name, content] of Object.entries(files)) put(name, '01-regression.ipynb', content);
        for (const name of names) put(name, '01-regression.ipynb', changed(hostile));
        const link = (folder: string, file: string, target: string): void => {
          mkdirSync(join(submissions, folder), { recursive: true });
          symlinkSync(target, join(submissions, folder, file));
        };
        link('links to a neighbour', '01-regression.ipynb', '../a neighbour/01-regression.ipynb');
        link('links to the answers', '01-regression.ipynb', join(root, 'solutions/pt/01-regression.ipynb'));
        link('links to no end', '01-regression.ipynb', '/dev/zero');
        link('links to itself', '01-regression.ipynb', '01-regression.ipynb');
        symlinkSync('a neighbour', join(submissions, 'is a neighbour'));
        symlinkSync('/', join(submissions, 'is everything'));
        put('a bomb', 'x.zip', makeZip([{ name: '01-regression.ipynb', data: Buffer.alloc(300 * 2 ** 20) }]));
        put('a lie', 'x.zip', makeZip([{ name: '01-regression.ipynb', data: Buffer.alloc(1e6), claimedSize: 10 }]));
        put(
          'a way out',
          'x.zip',
          makeZip([{ name: '../a neighbour/01-regression.ipynb', data: changed(handedOut()) }]),
        );
        put(
          'a link in a zip',
          'x.zip',
          makeZip([{ name: '01-regression.ipynb', data: '/etc/passwd', mode: 0o120777 }]),
        );
      },
    );
  }, 300_000);
  afterAll(() => {
    removeFolder(run.folder);
  });

  const rows = (): string[][] => {
    const csv = readFileSync(join(run.out, 'grades.csv'), 'utf8');
    const cells = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/g;
    const all: string[][] = [[]];
    for (const [, quoted, plain, end] of csv.matchAll(cells)) {
      all.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
      if (end === '\n') all.push([]);
    }
    return all.slice(1, -1);
  };

  test('the batch ends well, and neighbours keep full marks', () => {
    expect(run.status).toBe(0);
    for (const name of ['a neighbour', 'z neighbour'])
      expect(resultFor(run, name)).toMatchObject({ score: 30, status: 'graded' });
  });

  test('nobody else has a point', () => {
    const points = rows()
      .filter(([, , score]) => score !== '0')
      .map(([student]) => student);
    expect(points).toEqual(['a neighbour', 'z neighbour']);
  });

  test.each(Object.keys(files))('%s has a row', (name) => {
    expect(rows().filter(([student]) => student === name)).toHaveLength(1);
  });

  test('no file written is large', () => {
    const sizes = filesBelow(run.out).map((path) => statSync(path).size);
    expect(Math.max(...sizes)).toBeLessThan(300_000);
  });

  test('every name has a row of five fields that no spreadsheet takes for a formula', () => {
    const csv = readFileSync(join(run.out, 'grades.csv'), 'utf8');
    expect(csv).not.toMatch(/(?:^|[\n,]|,")[=+@\t\r-]/);
    expect(rows().every((fields) => fields.length === 5)).toBe(true);
    for (const name of names)
      expect(rows().map(([student]) => student?.replace(/^'(?=[=+\-@\t\r])/, ''))).toContain(name);
  });

  test('no page runs what a name says', () => {
    for (const path of filesBelow(run.out).filter((file) => file.endsWith('.html'))) {
      expect(readFileSync(path, 'utf8')).not.toMatch(/<script>alert|" onmouseover=/);
    }
  });

  test('no terminal does what a name says', () => {
    expect(run.stderr + run.stdout).not.toMatch(/[\u001b\u202e\r\t]/);
  });

  test('nothing is written but results', () => {
    const above = new Set(filesBelow(run.folder).map((path) => relative(run.folder, path).split(sep)[0]));
    expect([...above].sort()).toEqual(['out', 'submissions']);
    expect(readFileSync(join(run.folder, 'submissions/a neighbour/01-regression.ipynb'), 'utf8')).toBe(
      changed(master()),
    );
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}
