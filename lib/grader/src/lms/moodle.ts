import type { Assignment } from '../assignment/assignment';
import type { CsvTable } from './csvTable';
import type { Gradebook } from './gradebook';
import { parseMoodleDate } from './moodleDate';
import { numberStyle, parseNumber } from './numbers';
import { matchPeople, type Person, type RowIdentity } from './people';

/** Moodle's headers in English, Spanish and Portuguese, of Brazil and of Portugal. */
const headersOf = {
  identifier: ['Identifier', 'Identificador'],
  name: ['Full name', 'Nombre completo', 'Nome completo', 'Nome'],
  first: ['First name', 'Nombre', 'Nome'],
  last: ['Last name', 'Surname', 'Apellido(s)', 'Apellidos', 'Sobrenome', 'Apelido'],
  email: [
    'Email address',
    'Dirección de correo',
    'Dirección Email',
    'Correo electrónico',
    'Endereço de email',
    'Endereço de e-mail',
  ],
  login: ['Username', 'Nombre de usuario', 'Identificação de usuário', 'Nome de utilizador'],
  number: ['ID number', 'Número de ID', 'Número de identificação'],
  grade: ['Grade', 'Calificación', 'Nota', 'Avaliação'],
  maximum: ['Maximum Grade', 'Maximum grade', 'Calificación máxima', 'Nota máxima', 'Avaliação máxima'],
  changeable: [
    'Grade can be changed',
    'La calificación puede ser cambiada',
    'Nota pode ser alterada',
    'A nota pode ser alterada',
  ],
  handedIn: [
    'Last modified (submission)',
    'Última modificación (entrega)',
    'Última modificação (envio)',
    'Última atualização (submissão)',
    'Última modificação (submissão)',
  ],
} as const;

/** A gradebook that also tells when somebody handed in. */
export interface MoodleGradebook extends Gradebook {
  /** When each of these students handed in, in a time zone; for those whom the file tells. */
  times(people: readonly Person[], assignment: Assignment, timeZone: string): Map<string, Date>;
}

/**
 * Understands what Moodle exports: an assignment's grading worksheet (`Identifier,…,Grade,…`), or the gradebook with a column
 * for each activity. Its headers are in the teacher's language.
 * @returns undefined if it is neither
 */
export function openMoodle(table: CsvTable): MoodleGradebook | undefined {
  const [headers = [], ...rest] = table.rows;
  const at = (name: keyof typeof headersOf): number =>
    headers.findIndex((header) => (headersOf[name] as readonly string[]).includes(header.trim()));
  const worksheet = at('identifier') !== -1 && at('grade') !== -1;
  if (!worksheet && at('email') === -1 && at('login') === -1 && at('number') === -1) return undefined;
  const cell = (row: number, column: number): string => (column === -1 ? '' : (table.rows[row]?.[column] ?? ''));
  const rows = new Map(
    rest.flatMap((row, i): [number, RowIdentity][] => {
      const value = (name: keyof typeof headersOf): string => row[at(name)] ?? '';
      // "Participant 12", "Participante101"
      const id = worksheet ? /(\d+)\s*$/.exec(value('identifier'))?.[1] : undefined;
      const parts = { first: value('first').trim(), last: value('last').trim() };
      const isApart = at('last') !== -1;
      const name = isApart ? `${parts.first} ${parts.last}` : value('name');
      const identity = {
        id,
        sisId: value('number'),
        login: value('login'),
        email: value('email'),
        name,
        ...(isApart && parts),
      };
      return Object.values(identity).every((text) => text === undefined || text.trim() === '')
        ? []
        : [[i + 1, identity]];
    }),
  );
  const activities = headers.flatMap((header, i) => (/^[^:]+:.*\(.+\)\s*$/.test(header) ? [i] : []));
  // Of Moodle's languages here, only English writes a point.
  const inEnglish = ['Identifier', 'Email address', 'Full name', 'First name'].some((name) => headers.includes(name));
  return {
    system: 'moodle',
    table,
    rows,
    style: numberStyle(rest.flat(), !inEnglish),
    markColumns: worksheet ? [at('grade')] : activities,
    columnsFor(exercise, title, alone) {
      // The worksheet is of one assignment: a teacher who names its column says that this exercise belongs there.
      if (worksheet && title === undefined) return [at('grade')];
      const fits = headers.flatMap((header, i) => {
        const fit =
          title === undefined ? header.toLowerCase().includes(exercise.toLowerCase()) : header.trim() === title;
        return fit ? [i] : [];
      });
      return fits.length === 0 && title === undefined && alone ? activities : fits;
    },
    maximumAt: (row) => (worksheet ? parseNumber(cell(row, at('maximum'))) : undefined),
    isOpen: (row) => at('changeable') === -1 || /^(?:yes|sí|si|sim)$/i.test(cell(row, at('changeable')).trim()),
    times(people, assignment, timeZone) {
      const matched = matchPeople(people, rows, 'moodle', assignment);
      return new Map(
        [...matched].flatMap(([student, row]) => {
          const date = parseMoodleDate(cell(row, at('handedIn')), timeZone);
          return date === undefined ? [] : [[student, date] as const];
        }),
      );
    },
  };
}
