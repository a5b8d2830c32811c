import { plainAssignment } from '../../../lib/grader/src/assignment/assignment';
import { openCanvas } from '../../../lib/grader/src/lms/canvas';
import { CsvTable } from '../../../lib/grader/src/lms/csvTable';
import type { Gradebook } from '../../../lib/grader/src/lms/gradebook';
import { openMoodle } from '../../../lib/grader/src/lms/moodle';
import { fullNames } from '../../../lib/grader/src/lms/names';
import { result } from '../support/result';
import { from } from './from';

const opened = (book: Gradebook | undefined): Gradebook[] => (book === undefined ? [] : [book]);
const moodle = opened(
  openMoodle(
    new CsvTable(
      Buffer.from(
        'Nome,Sobrenome,Endereço de email,Tarefa: 01-x (Real)\nAna Maria,de Souza Lima,ana@x.org,\nBia,Reis,bia@x.org,\n',
      ),
    ),
  ),
);
const canvas = opened(
  openCanvas(new CsvTable(Buffer.from('Student,ID,SIS Login ID,Section,01-x (1)\n"da Silva, João",5,joao@x.org,A,\n'))),
);
describe('names of students', () => {
  test('come from the gradebooks, in their parts where those are apart', () => {
    const names = fullNames(
      [result({ student: 'ana@x.org' }), result({ student: 'joao@x.org' })],
      [...moodle, ...canvas],
      plainAssignment,
    );
    expect([...names]).toEqual([
      ['ana@x.org', { first: 'Ana Maria', last: 'de Souza Lima', email: 'ana@x.org' }],
      ['joao@x.org', { first: 'João', last: 'da Silva', email: '' }],
    ]);
  });

  test('that the instructor gives are worth more', () => {
    const given = { id: undefined, sisId: undefined, login: undefined, email: undefined, name: 'Souza, Aninha' };
    const assignment = { ...plainAssignment, students: new Map([['ana@x.org', given]]) };
    expect(fullNames([result({ student: 'ana@x.org' })], moodle, assignment).get('ana@x.org')).toEqual({
      first: 'Aninha',
      last: 'Souza',
      email: 'ana@x.org',
    });
  });

  test('in Moodle’s zip are names; what Canvas makes of them, and a folder, are none', () => {
    const results = [
      result({ student: 'Bia Reis_9', submitted: from('moodle', '9', 'Bia Reis') }),
      result({ student: 'reisbia_7', submitted: from('canvas', '7', 'reisbia') }),
      result({ student: 'caio' }),
      result({ student: 'Eva_3', submitted: from('moodle', '3', 'Eva') }),
    ];
    expect([...fullNames(results, [], plainAssignment).values()].map(({ first, last }) => `${first}|${last}`)).toEqual([
      'Bia|Reis',
      '|',
      '|',
      'Eva|',
    ]);
  });
});
