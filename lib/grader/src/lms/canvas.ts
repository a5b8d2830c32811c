import type { CsvTable } from './csvTable';
import type { Gradebook } from './gradebook';
import { plainHeader } from './header';
import { numberStyle, parseNumber } from './numbers';
import { matchPeople, type RowIdentity } from './people';

/**
 * Understands a gradebook as Canvas exports it: `Student,ID,…,Section,…,Title (id)…`, perhaps a row of points possible, rows of
 * students.
 * @returns undefined if it is none
 */
export function openCanvas(table: CsvTable): Gradebook | undefined {
  const [headers = [], ...rest] = table.rows;
  const at = (name: string): number => headers.findIndex((header) => header.trim() === name);
  const [id, section] = [at('ID'), at('Section')];
  if (id === -1 || section === -1) return undefined;
  // In some languages it is called otherwise: it is the row of nobody's with numbers.
  const possible =
    rest.findIndex((row) => (row[id] ?? '').trim() === '' && row.some((text) => parseNumber(text) !== undefined)) + 1;
  const cell = (row: number, column: number): string => table.rows[row]?.[column] ?? '';
  const after = headers.flatMap((header, i) => (i > section ? [{ header: plainHeader(header), i }] : []));
  const assignments = after.filter(({ header }) => /\(\d+\)$/.test(header));
  const rows = new Map(
    rest.flatMap((row, i): [number, RowIdentity][] => {
      // Rows of the platform's own have no number of a user.
      if ((row[id] ?? '').trim() === '' || i + 1 === possible) return [];
      const known = { id: row[id], sisId: row[at('SIS User ID')], login: row[at('SIS Login ID')] };
      if (at('Student') !== -1) return [[i + 1, { ...known, name: row[at('Student')] }]];
      const [first = '', last = ''] = [row[at('FirstName')]?.trim(), row[at('LastName')]?.trim()];
      return [[i + 1, { ...known, name: `${first} ${last}`, first, last }]];
    }),
  );
  return {
    system: 'canvas',
    table,
    rows,
    match: (people, assignment) => matchPeople(people, rows, 'canvas', assignment),
    style: numberStyle(
      rest.flatMap((row) => assignments.map(({ i }) => row[i] ?? '')),
      table.delimiter === ';',
    ),
    markColumns: assignments.map(({ i }) => i),
    columnsFor(exercise, title, alone) {
      const fits =
        title === undefined
          ? assignments.filter(({ header }) => header.toLowerCase().includes(exercise.toLowerCase()))
          : after.filter(({ header }) => [header, header.replace(/ ?\(\d+\)$/, '')].includes(plainHeader(title)));
      return (fits.length === 0 && title === undefined && alone ? assignments : fits).map(({ i }) => i);
    },
    maximumAt: (_, column) => (possible === 0 ? undefined : parseNumber(cell(possible, column))),
    // Instead of points possible, a column that Canvas computes has words, in the teacher's language.
    isOpen: (row, column) =>
      !/^(?:EX|N\/A)$/i.test(cell(row, column).trim()) &&
      (possible === 0 || /^[\d.,]*$/.test(cell(possible, column).trim())),
    keepsMarks: false,
    hasComment: () => false,
  };
}
