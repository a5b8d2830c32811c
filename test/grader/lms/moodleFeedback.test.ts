import { plainAssignment } from '../../../lib/grader/src/assignment/assignment';
import { CsvTable } from '../../../lib/grader/src/lms/csvTable';
import { openMoodle } from '../../../lib/grader/src/lms/moodle';
import { moodleFeedback } from '../../../lib/grader/src/lms/moodleFeedback';
import { listZip, zipFrom } from '../../../lib/grader/src/read/zip';
import type { ResultFile } from '../../../lib/grader/src/report/result';
import { zipOf } from '../../../lib/grader/src/report/zipOf';
import { result } from '../support/result';
import { from } from './from';

const worksheet = `Identifier,"Full name",Status,Grade,"Maximum grade"
"Participant 9","Ana Souza",Submitted,,10.00
"Participant 10","Bia_Ann O'Neil",Submitted,,10.00
`;
const forGroups = `Identifier,"Full name",Status,Group,Grade,"Maximum grade"
"Participant 1","Ana Souza",Submitted,"Group A",,10.00
"Participant 2","Bia Lima",Submitted,"Default group",,10.00
`;
const inMoodle = (id: string, name: string): ResultFile =>
  result({ student: id === '' ? name : `${name}_${id}`, submitted: from('moodle', id, name) });

function filesOf(csv: string, ...results: readonly ResultFile[]): [string, string][] {
  const book = openMoodle(new CsvTable(Buffer.from(csv)));
  if (book === undefined) throw new Error('no worksheet');
  const files = moodleFeedback(book, results, plainAssignment, ({ student }) => `<p>${student}</p>`);
  return files.map(({ name, text }) => [name, text]);
}

describe('feedback for Moodle', () => {
  test('lies as in the zip of submissions', () => {
    const [ana, other] = [inMoodle('9', 'Ana Souza'), { ...inMoodle('9', 'Ana Souza'), exercise: '02-y' }];
    expect(filesOf(worksheet, ana, other)).toEqual([
      ['Ana Souza_9_assignsubmission_file/01-x.html', '<p>Ana Souza_9</p>'],
      ['Ana Souza_9_assignsubmission_file/02-y.html', '<p>Ana Souza_9</p>'],
    ]);
  });

  test('takes the number from the worksheet for students of other folders', () => {
    expect(filesOf(worksheet, result({ student: "Bia Ann O'Neil" })).map(([name]) => name)).toEqual([
      'Bia Ann ONeil_10_assignsubmission_file/01-x.html',
    ]);
  });

  test('is not for those who have no mark yet, or whose number is not known', () => {
    const waiting = { id: 'essay', max_points: 5, question: '', answer: 'a', points: null, comment: '', rubric: [] };
    const unmarked = { ...inMoodle('9', 'Ana Souza'), status: 'needs-marking', written: [waiting] } as const;
    const missing = result({ student: 'Ana Souza', status: 'missing' });
    expect(filesOf(worksheet, unmarked)).toEqual([]);
    expect(filesOf(worksheet, missing)).toEqual([]);
    expect(filesOf(worksheet, inMoodle('77', 'Zoe'), result({ student: 'zoe' }))).toEqual([]);
  });

  test('goes by the number in the file’s name where a gradebook has none', () => {
    const gradebook = 'Nome,Sobrenome,E-mail,"Tarefa: 01-x (Real)"\nAna,Souza,a@x.org,-\nAna,Souza,b@x.org,-\n';
    expect(
      filesOf(gradebook, inMoodle('9', 'Ana Souza'), result({ student: 'a@x.org' })).map(([name]) => name),
    ).toEqual(['Ana Souza_9_assignsubmission_file/01-x.html']);
  });

  test('of a group has the group’s number; the default group has none', () => {
    const results = [inMoodle('5', 'Group A'), inMoodle('', 'Default group'), result({ student: 'Ana Souza' })];
    expect(filesOf(forGroups, ...results).map(([name]) => name)).toEqual(['Group A_5_assignsubmission_file/01-x.html']);
  });
});

test('a zip has its texts, whatever their names', async () => {
  const files = [
    { name: 'Zoë 🦉 Ñandú_26/a.html', text: 'olá'.repeat(1000) },
    { name: '小龙/b.html', text: '' },
  ];
  const zip = await zipOf(files);
  const listing = await listZip(
    zipFrom(() => Promise.resolve(zip)),
    [],
  );
  const read = await Promise.all(
    listing.files.map(async (file) => ({ name: file.path.join('/'), text: (await file.read()).toString() })),
  );
  expect(read).toEqual(files);
  expect((await zipOf(files)).equals(zip)).toBe(true);
  expect((await zipOf([])).length).toBe(22);
});
