import { asObject, asString, field, type JsonObject } from './json';

/** Whether a notebook is of one of the formats before 4, which have worksheets. */
export function isOld(notebook: JsonObject): boolean {
  return Array.isArray(field(notebook, 'worksheets'));
}

/** The cells of a notebook of nbformat 2 or 3, as nbformat 4 has them. */
export function upgradedCells(notebook: JsonObject): unknown[] {
  const sheets = field(notebook, 'worksheets');
  const cells = (Array.isArray(sheets) ? sheets : []).flatMap(
    (sheet: unknown) => field(asObject(sheet), 'cells') ?? [],
  );
  return cells.map(upgraded);
}

function upgraded(value: unknown): unknown {
  const cell = asObject(value);
  const kind = asString(field(cell, 'cell_type'));
  const metadata = field(cell, 'metadata');
  const source = field(cell, 'source');
  switch (kind) {
    case 'code':
      return { cell_type: 'code', metadata, source: field(cell, 'input') ?? source };
    case 'heading': {
      const level = field(cell, 'level');
      const marks = '#'.repeat(typeof level === 'number' && level >= 1 && level <= 6 ? level : 1);
      const text = Array.isArray(source) ? source.join('') : (asString(source) ?? '');
      return { cell_type: 'markdown', metadata, source: `${marks} ${text}` };
    }
    case 'html':
    case 'text':
      return { cell_type: 'markdown', metadata, source };
    default:
      return value;
  }
}
