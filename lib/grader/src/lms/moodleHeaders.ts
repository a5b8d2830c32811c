import { plainHeader } from './header';

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
    'E-mail',
  ],
  login: ['Username', 'Nombre de usuario', 'Identificação de usuário', 'Nome de utilizador'],
  number: ['ID number', 'Número de ID', 'Número de identificação', 'Número de identificação (ID)'],
  group: ['Group', 'Grupo'],
  grade: ['Grade', 'Calificación', 'Nota', 'Avaliação'],
  maximum: ['Maximum Grade', 'Maximum grade', 'Calificación máxima', 'Nota máxima', 'Avaliação máxima'],
  scale: ['Scale', 'Escala'],
  changeable: [
    'Grade can be changed',
    'La calificación puede ser cambiada',
    'Nota pode ser alterada',
    'A nota pode ser alterada',
    'A nota pode ser alterada.',
  ],
  handedIn: [
    'Last modified (submission)',
    'Última modificación (entrega)',
    'Última modificação (envio)',
    'Última atualização (submissão)',
    'Última modificação (submissão)',
  ],
  comments: ['Feedback comments', 'Comentarios de retroalimentación', 'Comentários de feedback'],
} as const;

export type MoodleHeader = keyof typeof headersOf;

/** Where a column is, by what it means; -1 where the file has none. */
export function moodleColumn(headers: readonly string[], name: MoodleHeader): number {
  return headers.findIndex((header) => (headersOf[name] as readonly string[]).includes(plainHeader(header)));
}

/** What Moodle calls a student who is anonymous, in file names. */
export const anonymous = ['Participant', 'Participante'];
