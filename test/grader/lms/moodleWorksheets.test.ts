import { plainAssignment } from '../../../lib/grader/src/assignment/assignment';
import { CsvTable } from '../../../lib/grader/src/lms/csvTable';
import { fillGradebook, type Filled } from '../../../lib/grader/src/lms/gradebook';
import { openMoodle, type MoodleGradebook } from '../../../lib/grader/src/lms/moodle';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { result } from '../support/result';
import { from } from './from';

/** A worksheet as Moodle 4.5 writes it: a header, then rows. */
const sheet = (...lines: readonly string[]): string => `\uFEFF${lines.join('\n')}\n`;
const opened = (text: string): MoodleGradebook => {
  const book = openMoodle(new CsvTable(Buffer.from(text)));
  if (book === undefined) throw new Error('no worksheet');
  return book;
};
const fill = (text: string, ...results: readonly ResultFile[]): Filled & { text: string } => {
  const filled = fillGradebook(opened(text), results, plainAssignment);
  return { ...filled, text: filled.bytes.toString() };
};
const inMoodle = (id: string, name: string): ResultFile =>
  result({ student: id === '' ? name : `${name}_${id}`, submitted: from('moodle', id, name) });

const english = sheet(
  'Identifier,"Full name","Email address","ID number",Status,Grade,"Maximum grade","Grade can be changed","Last modified (submission)","Online text","Last modified (grade)","Feedback comments"',
  '"Participant 29","Ana Souza",ana1@example.org,001,"Submitted for grading -  - ",,10.00,Yes,"Thursday, 19 November 2026, 10:00\u202fAM","3,5",-,',
  '"Participant 24","Seán O\'Brien-Núñez",sean@example.org,002,"Submitted for grading -  - ",3.50,10.00,Yes,"Thursday, 19 November 2026, 10:00\u202fAM",,"Sunday, 22 November 2026, 11:16\u202fAM","9,5"',
);
const ofPortugal = sheet(
  'Identificador,"Nome completo",E-mail,"Número de identificação (ID)",Estado,Avaliação,"Nota máxima","A nota pode ser alterada.","Última atualização (submissão)","Texto online","Última atualização (avaliação)","Comentários de feedback"',
  'Participante29,"Ana Souza",ana1@example.org,001,"Submetido para avaliação -  - ",,"10,00",Sim,"quinta-feira, 19 de novembro de 2026 às 10:00",,-,',
  'Participante24,"CON AUX",con@example.org,0010,"Submetido para avaliação - Avaliado -  - ","10,00","10,00",Não,"quinta-feira, 19 de novembro de 2026 às 10:00",,-,',
);

describe('a worksheet of Moodle 4.5', () => {
  test('what students and teachers wrote says nothing of the decimal mark: Moodle would read 7,78 as 7', () => {
    expect(fill(english, inMoodle('29', 'Ana Souza')).text).toBe(
      english.replace('- ",,10.00,Yes', '- ",7.78,10.00,Yes'),
    );
  });

  test('of Portugal: students by e-mail and number, closed cells, times', () => {
    const filled = fill(ofPortugal, result({ student: '001' }), result({ student: 'con@example.org' }));
    expect(filled.text).toBe(ofPortugal.replace('- ",,"10,00"', '- ","7,78","10,00"'));
    expect(filled.locked).toEqual(['con@example.org']);
    const times = opened(ofPortugal).times([{ student: '001', platform: null }], plainAssignment, 'America/Sao_Paulo');
    expect(times.get('001')?.toISOString()).toBe('2026-11-19T13:00:00.000Z');
  });

  test('a name that Moodle cleaned for a file is still the name', () => {
    const noNumber = result({ student: 'x', submitted: from('moodle', '', 'Seán OBrien-Núñez') });
    expect(fill(english, noNumber)).toMatchObject({ written: 1, unmatched: [] });
  });

  test('a number that belongs to somebody else there is not theirs', () => {
    expect(fill(english, inMoodle('29', 'Grupo A'))).toMatchObject({ text: english, unmatched: ['Grupo A_29'] });
    expect(fill(english, inMoodle('29', 'Ana Lima'))).toMatchObject({ written: 1 });
  });

  test('anonymous students are known by number alone', () => {
    const blind = sheet(
      'Identifier,Status,Grade,"Maximum grade"',
      '"Participant 12","Submitted for grading -  - ",,10.00',
    );
    expect(fill(blind, inMoodle('12', 'Participant')).text).toContain('- ",7.78,10.00');
    expect(fill(english, inMoodle('29', 'Participant')).written).toBe(1);
    expect(fill(ofPortugal, inMoodle('29', 'Participante')).written).toBe(1);
  });

  test('a name without a letter is nobody’s name', () => {
    const one = sheet('Identifier,"Full name",Status,Grade,"Maximum grade"', '"Participant 12","🦊",Submitted,,10.00');
    expect(fill(one, result({ student: '🦉' }))).toMatchObject({ text: one, unmatched: ['🦉'] });
    expect(fill(one.replace('Status', 'Group').replace('Submitted', '🦊'), result({ student: '🦉' })).written).toBe(0);
  });

  test('a mark of a scale is not a number', () => {
    const scale = sheet(
      'Identifier,"Full name",Status,Grade,Scale',
      '"Participant 73","Ana Souza",Submitted,,"Bad   Good"',
    );
    expect(fill(scale, inMoodle('73', 'Ana Souza'))).toMatchObject({ text: scale, locked: ['Ana Souza_73'] });
  });
});

describe('a worksheet for groups', () => {
  const groups = sheet(
    'Identificador,"Nome completo",Estado,Grupo,Nota,"Nota máxima"',
    'Participante1,"Ana Souza",Enviado,"Grupo_A: 1",,"10,00"',
    'Participante2,"Bia Lima",Enviado,"Grupo_A: 1",,"10,00"',
    'Participante3,"Caio Reis",Enviado,"Grupo padrão",,"10,00"',
    'Participante4,"Davi Sá",Enviado,Twins,,"10,00"',
    'Participante5,"Eva Luz",Enviado,Twins!,,"10,00"',
  );

  test('all of a group have its mark, whatever the numbers', () => {
    const filled = fill(groups, inMoodle('3', 'Grupo A 1'), inMoodle('', 'Grupo padrão'));
    expect(filled.text).toBe(
      groups.replaceAll('"Grupo_A: 1",,', '"Grupo_A: 1","7,78",').replace('"Grupo padrão",,', '"Grupo padrão","7,78",'),
    );
    expect(filled).toMatchObject({ written: 3, unmatched: [] });
  });

  test('no guess where two groups have one name', () => {
    expect(fill(groups, inMoodle('9', 'Twins'))).toMatchObject({ text: groups, unmatched: ['Twins_9'] });
    const two = fill(groups, inMoodle('7', 'Grupo A 1'), inMoodle('8', 'Grupo A 1'));
    expect(two.unmatched).toEqual(['Grupo A 1_7', 'Grupo A 1_8']);
  });

  test('a group that is not there is nobody, though its number and name be a participant’s', () => {
    expect(fill(groups, inMoodle('3', 'Caio Reis'))).toMatchObject({ text: groups, unmatched: ['Caio Reis_3'] });
  });

  test('students of the teacher’s own folders are still found', () => {
    expect(fill(groups, result({ student: 'Eva Luz' })).text).toContain('Twins!,"7,78"');
  });
});

describe('what Moodle does with it without a word', () => {
  const marked = ofPortugal.replace('"10,00",Não', '"10,00",Sim');

  test('marks that replace others are counted, where it does not understand its own times', () => {
    expect(fill(marked, inMoodle('29', 'Ana Souza'), result({ student: '0010' })).unreplaced).toBe(1);
    expect(fill(marked, result({ student: '0010', score: 9 })).unreplaced).toBe(0);
    expect(fill(english, inMoodle('24', 'Seán OBrien-Núñez')).unreplaced).toBe(0);
  });

  test('comments are counted, whose format it has lost', () => {
    expect(fill(english).comments).toBe(1);
    expect(fill(ofPortugal).comments).toBe(0);
  });
});

describe('a gradebook of Moodle 4.5', () => {
  const book = [
    'Nome,Sobrenome,"Endereço de email","Tarefa: 01-x: individual (Real)","Tarefa: 01-x: individual (Porcentagem)","Tarefa: 01-x: individual (Feedback)","Total do curso (Real)"',
    'Ana,Souza,ana@example.org,-,-,"nota 9,5",-',
    '',
  ].join('\n');

  test('has points in its decimals in every language, and one column of marks for each activity', () => {
    const { text } = fill(book, result({ student: 'ana@example.org' }));
    expect(text).toBe(book.replace('org,-,', 'org,7,'));
    expect(fill(book, result({ student: 'Ana Souza', score: 7.126 })).text).toContain('org,7.13,-');
  });

  test('has a space in its headers that nobody types', () => {
    const nbsp = book.replaceAll('Tarefa: ', 'Tarefa:\u00A0');
    const rules = {
      points: new Map(),
      written: new Map(),
      column: 'Tarefa: 01-x: individual (Real)',
      outOf: undefined,
    };
    const assignment = { ...plainAssignment, exercises: new Map([['01-x', rules]]) };
    const { bytes } = fillGradebook(opened(nbsp), [result({ student: 'Ana Souza' })], assignment);
    expect(bytes.toString()).toBe(nbsp.replace('org,-,', 'org,7,'));
  });

  test('does not say the most points: the assignment’s file does', () => {
    const rules = { points: new Map(), written: new Map(), column: undefined, outOf: 10 };
    const assignment = { ...plainAssignment, exercises: new Map([['01-x', rules]]) };
    const { bytes } = fillGradebook(opened(book), [result({ student: 'Ana Souza' })], assignment);
    expect(bytes.toString()).toContain('org,7.78,-');
  });
});
