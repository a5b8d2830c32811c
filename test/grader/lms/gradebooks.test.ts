import { openCanvas } from '../../../lib/grader/src/lms/canvas';
import { CsvTable } from '../../../lib/grader/src/lms/csvTable';
import { fillGradebook, type Filled } from '../../../lib/grader/src/lms/gradebook';
import { openMoodle } from '../../../lib/grader/src/lms/moodle';
import { parseMoodleDate } from '../../../lib/grader/src/lms/moodleDate';
import {
  plainAssignment,
  type Assignment,
  type ExerciseRules,
  type StudentIds,
} from '../../../lib/grader/src/assignment/assignment';
import type { ResultFile, ResultWritten } from '../../../lib/grader/src/report/result';
import { result } from '../support/result';
import { from } from './from';

const column = (title: string): Assignment => ({
  ...plainAssignment,
  exercises: new Map([['01-x', { points: new Map(), written: new Map(), column: title, outOf: undefined }]]),
});
const unmarked: ResultWritten = {
  id: 'essay',
  max_points: 5,
  question: '',
  answer: 'a',
  points: null,
  comment: '',
  rubric: [],
};
const none: StudentIds = { id: undefined, sisId: undefined, login: undefined, email: undefined, name: undefined };

function fill(
  text: string,
  open: 'moodle' | 'canvas',
  results: readonly ResultFile[],
  assignment: Assignment = plainAssignment,
): Filled & { text: string } {
  const table = new CsvTable(Buffer.from(text));
  const book = open === 'moodle' ? openMoodle(table) : openCanvas(table);
  if (book === undefined) throw new Error('no gradebook');
  const filled = fillGradebook(book, results, assignment);
  return { ...filled, text: filled.bytes.toString() };
}

const canvas = `Student,ID,SIS User ID,SIS Login ID,Section,Exercise 01-x (4567),Other (89),Final Score
    Points Possible,,,,,10,5,(read only)
"Souza, Ana",55,S1,ana@x.org,A,,3,
"Lima, Bia",56,S2,bia@x.org,A,4,,
"Lima, Bia",57,S3,bia2@x.org,B,EX,,
"Student, Test",99,,,A,,,
`;

describe('Canvas', () => {
  test('students are found by number, login or name, and the rest stays', () => {
    const { text, written, unmatched } = fill(canvas, 'canvas', [
      result({ student: 'souzaana_55', submitted: from('canvas', '55') }),
      result({ student: 'bia@x.org', score: 9 }),
      result({ student: 'Test Student', score: 0 }),
      result({ student: 'Bia Lima' }),
      result({ student: 'nobody' }),
    ]);
    expect(text).toBe(
      canvas
        .replace('S1,ana@x.org,A,,', 'S1,ana@x.org,A,7.78,')
        .replace('bia@x.org,A,4,', 'bia@x.org,A,10,')
        .replace('99,,,A,,', '99,,,A,0,'),
    );
    expect({ written, unmatched }).toEqual({ written: 3, unmatched: ['Bia Lima', 'nobody'] });
  });

  test('a column that the teacher names, and none that could be another', () => {
    expect(fill(canvas, 'canvas', [result({ student: 'S1' })], column('Other')).text).toContain('A,,3.89,');
    expect(fill(canvas, 'canvas', [result({ student: 'S1', exercise: '02-y' })])).toMatchObject({
      withoutColumn: ['02-y'],
      written: 0,
      text: canvas,
    });
    expect(fill(canvas, 'canvas', [result({ student: 'S1' })], column('Final Score')).locked).toEqual(['S1']);
  });

  test('excused stays excused, missing stays blank, unmarked waits', () => {
    const filled = fill(canvas, 'canvas', [
      result({ student: 'S3' }),
      result({ student: 'S1', status: 'missing', score: 0 }),
      result({ student: 'S2', status: 'needs-marking', written: [unmarked] }),
    ]);
    expect(filled).toMatchObject({ text: canvas, locked: ['S3'], waiting: ['S2'], written: 0 });
  });

  test('an answer in words is waited for whatever became of those in code', () => {
    const filled = fill(canvas, 'canvas', [result({ student: 'S2', status: 'not-executed', written: [unmarked] })]);
    expect(filled).toMatchObject({ text: canvas, waiting: ['S2'], written: 0 });
  });

  test('two students of one row have no mark', () => {
    const both = [result({ student: 'S1' }), result({ student: 'x', submitted: from('canvas', '55') })];
    expect(fill(canvas, 'canvas', both)).toMatchObject({ text: canvas, unmatched: ['S1', 'x'] });
  });

  test('two exercises in one column are added up', () => {
    const rules = { points: new Map(), written: new Map(), column: 'Other (89)', outOf: undefined };
    const assignment = {
      ...plainAssignment,
      exercises: new Map([
        ['01-x', rules],
        ['02-y', rules],
      ]),
    };
    const results = [result({ student: 'S1' }), result({ student: 'S1', exercise: '02-y', score: 2 })];
    expect(fill(canvas, 'canvas', results, assignment).text).toContain('A,,2.5,\n');
  });

  test('exercises count in a column as much as they are out of', () => {
    const rules = (outOf: number): ExerciseRules => ({
      points: new Map(),
      written: new Map(),
      column: 'Other (89)',
      outOf,
    });
    const exercises = new Map([
      ['01-x', rules(1)],
      ['02-y', rules(3)],
    ]);
    const results = [result({ student: 'S1', score: 9 }), result({ student: 'S1', exercise: '02-y', score: 0 })];
    expect(fill(canvas, 'canvas', results, { ...plainAssignment, exercises }).text).toContain('A,,1.25,\n');
  });

  test('semicolons and decimal commas are kept', () => {
    const european = '\uFEFFStudent;ID;Section;Exercise 01-x (1)\r\n    Pontos;;;"10,00"\r\nAna;5;A;\r\n';
    expect(fill(european, 'canvas', [result({ student: 'Ana' })]).text).toBe(european.replace('5;A;', '5;A;7,78'));
  });

  test('a student to whom it was not assigned has no mark: Canvas would drop it unsaid', () => {
    const unassigned = canvas.replace('A,4,,', 'A,N/A,,');
    expect(fill(unassigned, 'canvas', [result({ student: 'S2' })])).toMatchObject({ text: unassigned, locked: ['S2'] });
  });

  test('what Canvas computes is closed, in whatever language it says so', () => {
    const translated = canvas.replace('(read only)', '(somente leitura)');
    expect(fill(translated, 'canvas', [result({ student: 'S1' })], column('Final Score')).locked).toEqual(['S1']);
  });

  test('the row of manual posting is nobody’s, and a note says nothing of the decimal mark', () => {
    const posted = `Student,ID,SIS Login ID,Section,Notes,Exercise 01-x (4567),Final Score
,,,,,Manual Posting,
    Points Possible,,,,,10,(read only)
"Souza, Ana",55,ana@x.org,A and B,"9,5",,
"=""=1+1""",56,x@x.org,A,,,
`;
    const filled = fill(posted, 'canvas', [result({ student: 'ana@x.org' }), result({ student: 'x@x.org' })]);
    expect(filled.text).toBe(posted.replace('"9,5",,', '"9,5",7.78,').replace('x@x.org,A,,,', 'x@x.org,A,,7.78,'));
  });

  test('what is no gradebook is none', () => {
    expect(openCanvas(new CsvTable(Buffer.from('a,b\n1,2\n')))).toBeUndefined();
    expect(openMoodle(new CsvTable(Buffer.from('a,b\n1,2\n')))).toBeUndefined();
  });
});

const english = `Identifier,Full name,Email address,Status,Grade,Maximum Grade,Grade can be changed,Last modified (submission),Last modified (grade),Feedback comments
Participant 9,Ana Souza,ana@x.org,Submitted for grading -,,100.00,Yes,"Friday, 20 November 2026, 11:59 PM",-,
Participant 10,Bia Lima,bia@x.org,Submitted for grading -,50.00,100.00,No,-,-,"Well, done"
`;
const brazilian = `\uFEFFIdentificador,"Nome completo","Identificação de usuário","Número de identificação",Status,Nota,"Nota máxima","Nota pode ser alterada","Última modificação (envio)","Última modificação (nota)","Comentários de feedback"\r
Participante101,"José Núñez",jose,007,"Enviado para avaliação - ",,"100,00",Sim,"sexta-feira, 20 nov. 2026, 23:59",-,\r
`;
const spanish = `"Identificador","Nombre completo","Dirección de correo","Estado","Calificación","Calificación máxima","La calificación puede ser cambiada","Última modificación (entrega)","Última modificación (calificación)","Comentarios de retroalimentación"
"Participante 101","Ana Souza","ana@x.org","Enviado","","30","Sí","viernes, 20 de noviembre de 2026, 23:59","-",""
`;

describe('Moodle', () => {
  test('a worksheet in English', () => {
    const ana = result({ student: 'Ana Souza_9', submitted: from('moodle', '9', 'Ana Souza') });
    const bia = result({ student: 'bia@x.org' });
    const filled = fill(english, 'moodle', [ana, bia]);
    expect(filled.text).toBe(english.replace('grading -,,100.00', 'grading -,77.78,100.00'));
    expect(filled.locked).toEqual(['bia@x.org']);
  });

  test('a worksheet in Portuguese keeps its mark, line ends and decimal comma', () => {
    const filled = fill(brazilian, 'moodle', [result({ student: 'José Núñez_101', submitted: from('moodle', '101') })]);
    expect(filled.text).toBe(brazilian.replace('- ",,"100,00"', '- ","77,78","100,00"'));
  });

  test('a worksheet in Spanish, students by the ids that the teacher gives', () => {
    const assignment = { ...plainAssignment, students: new Map([['a1', { ...none, email: 'ANA@x.org' }]]) };
    expect(fill(spanish, 'moodle', [result({ student: 'a1' })], assignment).text).toBe(
      spanish.replace('"Enviado",""', '"Enviado","23,33"'),
    );
  });

  test('a gradebook with a column for each activity', () => {
    const book =
      'Nombre,Apellido(s),Dirección de correo,Tarea: 01-x (Real),Total del curso (Real)\nAna,Souza,a@x.org,"5,50",\n';
    expect(fill(book, 'moodle', [result({ student: 'Souza, Ana' })]).text).toBe(book.replace('"5,50"', '"7,00"'));
  });

  test('an identifier of another platform is not taken for Moodle’s', () => {
    const ana = result({ student: 'x', submitted: from('canvas', '9') });
    expect(fill(english, 'moodle', [ana]).unmatched).toEqual(['x']);
  });

  test.each([english, brazilian, spanish])('tells when somebody handed in', (text) => {
    const book = openMoodle(new CsvTable(Buffer.from(text)));
    const id = text === english ? '9' : '101';
    const people = [{ student: 'x', platform: { system: 'moodle', id, name: '' } as const }];
    const times = book?.times(people, plainAssignment, 'America/Sao_Paulo');
    expect(times?.get('x')?.toISOString()).toBe('2026-11-21T02:59:00.000Z');
  });

  test.each([
    ['Sunday, 1 March 2026, 12:05 AM', '2026-03-01T00:05:00.000Z'],
    ['lunes, 5 de enero de 2026, 08:00', '2026-01-05T08:00:00.000Z'],
    ['2 de dezembro de 2026, 10:00', '2026-12-02T10:00:00.000Z'],
    ['-', undefined],
    ['20/11/2026', undefined],
  ])('%j', (text, iso) => {
    expect(parseMoodleDate(text, 'UTC')?.toISOString()).toBe(iso);
  });
});
