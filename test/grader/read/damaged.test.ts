import { readNotebook, type Notebook } from '../../../lib/grader/src/read/notebook';
import { planOf, type Plan } from '../../../lib/grader/src/read/plan';
import { scanNotebook } from '../../../lib/grader/src/read/scan';
import { cellOf, handedOut, master, type CellFile, type Change, type NotebookFile } from '../support/exercise';

const items = ['fpp', 'mse', 'l1', 'mbe', 'smoothL1'];
const released = {
  pt: readNotebook(JSON.stringify(handedOut('pt'))),
  es: readNotebook(JSON.stringify(handedOut('es'))),
};

const read = (content: Buffer | string): Notebook => readNotebook(content, released);
const codes = ({ repairs }: Pick<Plan, 'repairs'>): string[] =>
  repairs.map(({ code, gradeId }) => (gradeId === undefined ? code : `${code} ${gradeId}`));

/** What is made of the master after a change: all repairs, and the order of what is run. */
function damaged(change: Change, language: 'pt' | 'es' = 'pt'): { repairs: string[]; steps: string[]; plan: Plan } {
  const file = master(language);
  change(file);
  const notebook = read(JSON.stringify(file));
  const plan = planOf(notebook, items, released[notebook.language]);
  const steps = plan.steps.map((step) => (step.do === 'take' ? `take ${step.item}` : (step.item ?? step.source)));
  return { repairs: [...codes(notebook), ...codes(plan)], steps, plan };
}

const whole = damaged(() => undefined).steps;
const sourceOf = (cell: CellFile): string => (Array.isArray(cell.source) ? cell.source.join('') : cell.source);
const forgetIds = ({ cells }: NotebookFile): void => {
  for (const cell of cells) delete (cell as Partial<CellFile>).id;
};

describe('a notebook whose cells were damaged', () => {
  test('is whole when nothing was', () => {
    expect(damaged(() => undefined).repairs).toEqual([]);
  });

  test('nbformat 4.0 to 4.4 has no ids', () => {
    const old = damaged((notebook) => {
      forgetIds(notebook);
      notebook.nbformat_minor = 2;
    });
    expect(old).toMatchObject({ repairs: [], steps: whole });
  });

  test('without any metadata and ids, cells are known by what stands in them', () => {
    const bare = damaged((notebook) => {
      forgetIds(notebook);
      for (const cell of notebook.cells) cell.metadata = {};
      notebook.metadata = {};
    }, 'es');
    expect(bare.steps).toEqual(damaged(() => undefined, 'es').steps);
    expect(bare.repairs[0]).toBe('language-guessed');
    expect(new Set(bare.repairs.slice(1))).toEqual(
      new Set(
        ['language', 'setup', ...items.flatMap((item) => [item, `${item}-check`])].map((id) => `by-content ${id}`),
      ),
    );
  });

  test('an answer that was split between its functions is whole', () => {
    const halves = damaged((notebook) => {
      const cell = cellOf(notebook, 'mse');
      const [first = '', second = ''] = sourceOf(cell).split(/\n(?=function mseGrad)/);
      notebook.cells.splice(
        notebook.cells.indexOf(cell),
        1,
        { ...cell, source: first },
        { ...cell, id: 'new', source: second },
      );
    });
    expect(halves.repairs).toEqual(['split mse']);
    expect(halves.plan.withoutAnswer).toEqual([]);
  });

  test('an answer that was split inside of a function is put together', () => {
    const halves = damaged((notebook) => {
      const cell = cellOf(notebook, 'mse');
      const lines = sourceOf(cell).split('\n');
      const half = (part: string[], id: string): CellFile => ({ ...cell, id, source: part.join('\n') });
      notebook.cells.splice(
        notebook.cells.indexOf(cell),
        1,
        half(lines.slice(0, 1), 'mse'),
        half(lines.slice(1), 'new'),
      );
    });
    expect(halves).toMatchObject({ repairs: ['split mse'], steps: whole });
  });

  test('an answer that was typed anew in a cell of its own is found by its functions', () => {
    const retyped = damaged((notebook) => {
      const cell = cellOf(notebook, 'l1');
      notebook.cells.splice(notebook.cells.indexOf(cell), 1);
      notebook.cells.push({ cell_type: 'code', id: 'x', metadata: {}, source: cell.source });
    });
    expect(retyped.repairs).toEqual(['by-content l1']);
    expect(retyped.steps.slice(-2)).toEqual(['l1', 'take l1']);
  });

  test('an answer that became prose, with a fence around it, is run', () => {
    const prose = damaged((notebook) => {
      const cell = cellOf(notebook, 'fpp');
      cell.cell_type = 'markdown';
      cell.source = `\`\`\`ts\n${sourceOf(cell)}\n\`\`\``;
    });
    expect(prose.repairs).toEqual(['wrong-kind fpp']);
    const step = prose.plan.steps.find((one) => one.do === 'run' && one.item === 'fpp');
    expect(step).toMatchObject({ source: sourceOf(cellOf(master(), 'fpp')) });
  });

  test('a set-up cell that was moved to the end is run where it stood', () => {
    const moved = damaged((notebook) => {
      const cell = cellOf(notebook, 'setup');
      notebook.cells.splice(notebook.cells.indexOf(cell), 1);
      notebook.cells.push(cell);
    });
    expect(moved).toMatchObject({ repairs: ['locked-moved setup'], steps: whole });
  });

  test('answers that changed places keep their tests', () => {
    const moved = damaged((notebook) => {
      const cell = cellOf(notebook, 'fpp');
      notebook.cells.splice(notebook.cells.indexOf(cell), 1);
      notebook.cells.push(cell);
    });
    expect(moved.repairs).toEqual([]);
    expect(moved.steps.slice(-2)).toEqual(['fpp', 'take fpp']);
  });
});

describe('a file that was damaged', () => {
  const text = JSON.stringify(master());

  test.each<[string, Buffer]>([
    ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['Windows’ Latin letters', Buffer.from(text.replace(/[^\0-\xff]/g, '?'), 'latin1')],
  ])('%s', (_, bytes) => {
    const notebook = read(bytes);
    expect(codes(notebook)).toEqual(['encoding']);
    expect(notebook.cells.find(({ id }) => id === 'mse')?.source).toBe(sourceOf(cellOf(master(), 'mse')));
    expect(notebook.cells[0]?.source).toContain('Exercício');
  });

  test('a mark of the order of bytes is no damage', () => {
    expect(codes(read(`\uFEFF${text}`))).toEqual([]);
  });

  test('cut off anywhere, it keeps the cells that are whole', () => {
    const all = read(text).cells;
    const end = text.indexOf('"cells"');
    for (let length = text.length - 1; length > 0; length -= 97) {
      let kept: Notebook | undefined;
      try {
        kept = read(text.slice(0, length));
      } catch (error) {
        expect(error).toMatchObject({ reason: 'not-json' });
        expect(length).toBeLessThan(end + 3000);
        continue;
      }
      expect(kept.cells).toEqual(all.slice(0, kept.cells.length));
      expect(codes(kept)).toContain('cut');
    }
  });

  test('what comes after the end is left out', () => {
    expect(codes(read(`${text}\n}}`))).toEqual(['trailing']);
    expect(codes(read(`${text}\n \n`))).toEqual([]);
  });

  test.each([
    ['depth', '{"nbformat": 4, "cells": ', '[', 2e6],
    ['values', '{"nbformat": 4, "cells": [], "metadata": {"x": [', '[],', 12e6],
    ['outputs', '{"nbformat": 4, "cells": [{"x": 0', ', "outputs": []', 2e5],
  ])('made to take the grader’s memory by its %s, it is too large', (_, head, more, times) => {
    const bytes = Buffer.concat([Buffer.from(head), Buffer.alloc(more.length * times, more), Buffer.from('0]}]}')]);
    expect(() => read(bytes)).toThrow(expect.objectContaining({ reason: 'too-large' }) as Error);
  });

  test('nbformat 3 is converted', () => {
    const cells = master().cells.map(({ cell_type, metadata, source }) =>
      cell_type === 'code'
        ? { cell_type, metadata, input: source, prompt_number: 1, outputs: [], language: 'python' }
        : { cell_type: 'heading', level: 2, metadata, source },
    );
    const old = { nbformat: 3, nbformat_minor: 0, metadata: { lossbook: { language: 'pt' } }, worksheets: [{ cells }] };
    const notebook = read(JSON.stringify(old));
    expect(codes(notebook)).toEqual(['upgraded']);
    expect(codes(planOf(notebook, items, released.pt))).toEqual([]);
    expect(notebook.cells[0]?.source).toMatch(/^## # Exercício/);
  });
});

describe('outputs', () => {
  const outputs = [{ text: 'a "quoted" \\ } ] { [', odd: '"]}', data: { outputs: [1], cells: [{ outputs: 'x' }] } }];
  const file = {
    cells: [
      { attachments: { 'a.png': {} }, cell_type: 'code', id: 'a', outputs, source: '"outputs": [1]' },
      { cell_type: 'code', id: 'b', outputs: [], source: ['outputs'] },
    ],
    metadata: { outputs: [1] },
  };

  test('are left out, and nothing else', () => {
    const scanned = scanNotebook(Buffer.from(JSON.stringify(file, null, 1)));
    expect(scanned).toMatchObject({ cut: false, trailing: false });
    expect(JSON.parse(scanned?.text ?? '')).toEqual({
      ...file,
      cells: file.cells.map((cell) => ({ ...cell, outputs: [], ...('attachments' in cell && { attachments: {} }) })),
    });
  });

  test('of a hundred megabytes are never made into strings', () => {
    const [head = '', tail = ''] = JSON.stringify({ ...file, metadata: {} }).split('"a \\"quoted\\"');
    const line = '"0123456789012345678901234567890123456789\\n",';
    const bytes = Buffer.concat([
      Buffer.from(`${head}[`),
      Buffer.alloc(line.length * 2.4e6, line),
      Buffer.from(`""], "more": "${tail}`),
    ]);
    expect(scanNotebook(bytes)?.text.length).toBeLessThan(500);
    expect(readNotebook(bytes).cells.map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
