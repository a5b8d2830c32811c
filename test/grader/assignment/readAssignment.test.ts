import { mergeMarks } from '../../../lib/grader/src/assignment/mergeMarks';
import { withPoints } from '../../../lib/grader/src/assignment/points';
import { InvalidAssignment } from '../../../lib/grader/src/assignment/problems';
import { readAssignment, type Markable } from '../../../lib/grader/src/assignment/readAssignment';
import { zonedTime } from '../../../lib/grader/src/assignment/zonedTime';
import { plainAssignment, type Assignment } from '../../../lib/grader/src/assignment/assignment';
import type { Item, Oracle } from '../../../solutions/oracles/format';

const markable: Markable = {
  items: new Map([
    ['mse', { value: 4, gradient: 2 }],
    ['l1', { value: 3 }],
  ]),
  written: new Map([['essay', 5]]),
};
const read = (text: string): Assignment =>
  readAssignment(text, ['01-x'], (name) => (name === '01-x' ? markable : undefined));

function problems(text: string): string[] {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InvalidAssignment) {
      return error.problems.map(({ line, path, text: { pt } }) => `${line} ${path}: ${pt}`);
    }
    throw error;
  }
  return [];
}

const full = `# Nosso trabalho
exercises:
  01-x:
    points:
      mse: 8
      l1: { value: 2 }
    written:
      essay:
        rubric:
          - { points: 2, text: Diz o que é }
          - points: 1.5
            text: { pt: Dá um exemplo, es: Da un ejemplo }
    column: Exercício 1 (4567)
    out_of: 10
late:
  due: 2026-11-20 23:59
  time_zone: America/Sao_Paulo
  grace: 15 min
  percent_per_day: 10
  of: earned
  at_most: 50
  cut_off: 7 d
  extensions: { ana: 2026-11-25 23:59 }
  submitted: { 0012: 2026-11-21T08:00 }
marks:
  ana:
    01-x:
      comment: Muito bem
      items:
        mse: { points: 7.5, comment: quase }
        essay: { points: 3 }
  0012: # só um comentário
    01-x: { comment: Fale comigo }
students:
  ana: { id: 77, sis_id: 0099, login: ana, email: ana@x.org, name: Ana Souza }
`;

describe('an assignment file', () => {
  test('says all that can be said', () => {
    const { exercises, late, marks, students } = read(full);
    const rules = exercises.get('01-x');
    expect(rules?.points).toEqual(
      new Map<string, unknown>([
        ['mse', 8],
        ['l1', new Map([['value', 2]])],
      ]),
    );
    expect(rules?.written.get('essay')).toEqual({
      points: 3.5,
      rubric: [
        { points: 2, text: { pt: 'Diz o que é', es: 'Diz o que é' } },
        { points: 1.5, text: { pt: 'Dá um exemplo', es: 'Da un ejemplo' } },
      ],
    });
    expect(rules?.column).toBe('Exercício 1 (4567)');
    expect(rules?.outOf).toBe(10);
    expect(late).toEqual({
      due: new Date('2026-11-21T02:59:00Z'),
      timeZone: 'America/Sao_Paulo',
      graceMs: 900_000,
      percentPerDay: 10,
      of: 'earned',
      atMost: 50,
      cutOff: new Date('2026-11-28T02:59:00Z'),
      extensions: new Map([['ana', new Date('2026-11-26T02:59:00Z')]]),
      submitted: new Map([['0012', new Date('2026-11-21T11:00:00Z')]]),
    });
    expect(marks.get('ana')?.get('01-x')?.items.get('mse')).toEqual({ points: 7.5, comment: 'quase' });
    expect(marks.get('0012')?.get('01-x')?.comment).toBe('Fale comigo');
    expect(students.get('ana')).toEqual({
      id: '77',
      sisId: '0099',
      login: 'ana',
      email: 'ana@x.org',
      name: 'Ana Souza',
    });
  });

  test('may be empty', () => {
    for (const text of ['', '# nothing\n', 'exercises:\nlate:\n']) expect(read(text)).toEqual(plainAssignment);
  });

  test.each([
    ['exercises: 5', '1 exercises: aqui vai uma lista de chaves com valores (chave: valor)'],
    ['exercise: {}', '1 exercise: não existe; aqui valem: exercises, late, marks, unanswered, students'],
    ['unanswered: 1', '1 unanswered: aqui vale: 0'],
    ['exercises:\n  02-y:', '2 exercises.02-y: não existe; aqui valem: 01-x'],
    ['exercises:\n  01-x:\n    points: { mse: -1 }', '3 exercises.01-x.points.mse: aqui vai um número a partir de 0'],
    ['exercises:\n  01-x:\n    points: { huber: 1 }', '3 exercises.01-x.points.huber: não existe; aqui valem: mse, l1'],
    [
      'exercises:\n  01-x:\n    points:\n      l1: { gradient: 1 }',
      '4 exercises.01-x.points.l1.gradient: não existe; aqui valem: value',
    ],
    ['exercises:\n  01-x: { written: { mse: {} } }', '2 exercises.01-x.written.mse: não existe; aqui valem: essay'],
    ['late: { due: 2026-11-20 23:59 }', '1 late: falta time_zone'],
    ['late:\n  time_zone: Mars\n  due: x', '2 late.time_zone: aqui vai um fuso horário'],
    ['late:\n  time_zone: UTC\n  due: 2026-02-30 10:00', '3 late.due: aqui vai uma data com hora que exista'],
    ['late: { time_zone: UTC, due: 2026-01-01 10:00, grace: 5 }', '1 late.grace: aqui vai uma duração'],
    ['late: { time_zone: UTC, due: 2026-01-01 10:00, at_most: 101 }', '1 late.at_most: aqui vai um número de 0 a 100'],
    [
      'late: { time_zone: UTC, due: 2026-01-02 10:00, cut_off: 2026-01-01 10:00 }',
      '1 late.cut_off: o corte vem depois',
    ],
    ['late: { time_zone: UTC, due: 2026-01-01 10:00, of: all }', '1 late.of: aqui vale: maximum, earned'],
    [
      'marks: { ana: { 01-x: { items: { mse: { points: 7 } } } } }',
      '1 marks.ana.01-x.items.mse.points: aqui vai um número de 0 a 6',
    ],
    ['marks: { ana: { 01-x: { items: { essay: { points: 6 } } } } }', 'aqui vai um número de 0 a 5'],
    ['marks: { ana: { 01-x: { items: { other: {} } } } }', 'não existe; aqui valem: mse, l1, essay'],
    ['marks: { ana: { 01-x: { note: x } } }', '1 marks.ana.01-x.note: não existe; aqui valem: comment, items'],
    ['marks: { ana: { 01-x: { comment: [a] } } }', 'aqui vai um texto'],
    ['late: {', 'não é YAML'],
    ['late:\nlate:\n', '2 late: está duas vezes'],
  ])('%j is told: %s', (text, told) => {
    expect(problems(text).join('\n')).toContain(told);
  });

  test('all that is wrong is told at once', () => {
    expect(problems('late:\n  due: x\n  time_zone: UTC\n  grace: y\nmark: z')).toHaveLength(3);
  });

  test('in the order of the lines, and nothing of what stands below a name that does not exist', () => {
    const text =
      'exercises:\n  02-y:\n    points: { mse: 8 }\nlate:\n  time_zone: Mars\n  due: x\n  cut: 7 d\nmark: z\n';
    expect(problems(text).map((problem) => problem.split(':')[0])).toEqual([
      '2 exercises.02-y',
      '5 late.time_zone',
      '6 late.due',
      '7 late.cut',
      '8 mark',
    ]);
    expect(problems('exercises: { 01-x: { points: { huber: { value: 1 } } } }')).toHaveLength(1);
    expect(problems('marks: { ana: { 02-y: { items: { mse: { points: 1 } } } } }')).toHaveLength(1);
  });

  test('marks count up to the points that the file gives', () => {
    const marks = (points: number): string =>
      `exercises: { 01-x: { points: { mse: 9 } } }\nmarks: { ana: { 01-x: { items: { mse: { points: ${points} } } } } }`;
    expect(problems(marks(9))).toEqual([]);
    expect(problems(marks(9.5))).toHaveLength(1);
  });
});

describe('a written answer that is marked by criteria', () => {
  const rubric = `exercises:
  01-x:
    written:
      essay: { rubric: [{ points: 3, text: a }, { points: 2, text: b }, { points: -1, text: c }] }
`;
  const marked = (mark: string): string => `${rubric}marks: { ana: { 01-x: { items: { essay: ${mark} } } } }`;
  const essay = (mark: string): unknown => read(marked(mark)).marks.get('ana')?.get('01-x')?.items.get('essay');

  test('has their sum, between nothing and what can be had', () => {
    expect(read(rubric).exercises.get('01-x')?.written.get('essay')?.points).toBe(5);
    expect(essay('{ criteria: [2.5, 1, -1], comment: x }')).toEqual({
      points: 2.5,
      criteria: [2.5, 1, -1],
      comment: 'x',
    });
    expect(essay('{ criteria: [0, 0, -1] }')).toMatchObject({ points: 0 });
  });

  test.each([
    ['{ criteria: [3, 2] }', '5 marks.ana.01-x.items.essay.criteria: a rubrica tem 3 critérios, e aqui há 2 números'],
    ['{ criteria: [4, 2, 0] }', 'essay.criteria[1]: aqui vai um número de 0 a 3'],
    ['{ criteria: [3, 2, 1] }', 'essay.criteria[3]: aqui vai um número de -1 a 0'],
    ['{ criteria: [3, ~, 0] }', 'essay.criteria[2]: aqui vai um número de 0 a 2'],
    ['{ criteria: [3, 2, 0], points: 5 }', 'aqui vale points ou criteria, e não os dois'],
    ['{ criteria: 5 }', 'aqui vai uma lista'],
  ])('%s is told: %s', (mark, told) => {
    expect(problems(marked(mark)).join('\n')).toContain(told);
  });

  test('needs a rubric, which a file of marks takes from the assignment', () => {
    const marks = 'marks: { ana: { 01-x: { items: { essay: { criteria: [3, 2, 0] } } } } }';
    expect(problems(marks).join('\n')).toContain('esta resposta não tem rubrica');
    const { marks: found } = readAssignment(marks, ['01-x'], () => markable, read(rubric).exercises);
    expect(found.get('ana')?.get('01-x')?.items.get('essay')).toMatchObject({ points: 5 });
  });

  test('the newer of a mark by criteria and one as a whole stands', () => {
    const marks = (mark: string): string => `marks: { ana: { 01-x: { items: { essay: ${mark} } } } }`;
    const whole = marked('{ points: 4, comment: x }');
    const byCriteria = mergeMarks(whole, marks('{ criteria: [1, 1, 0] }'));
    const found = read(byCriteria).marks.get('ana')?.get('01-x')?.items.get('essay');
    expect(found).toEqual({ points: 2, criteria: [1, 1, 0], comment: 'x' });
    const again = read(mergeMarks(byCriteria, marks('{ points: 3 }')))
      .marks.get('ana')
      ?.get('01-x')?.items;
    expect(again?.get('essay')).toEqual({ points: 3, comment: 'x' });
  });
});

describe('points', () => {
  const item = (id: string, points: Item['points']): Item => ({ id, points }) as Item;
  const oracle: Oracle = {
    exercise: '01-x',
    forbidden: [],
    items: [item('mse', { value: 4, gradient: 2 }), item('l1', { value: 3 })],
  };

  test('an item’s total is shared out as its lines are, to the last decimal', () => {
    const { items } = withPoints(oracle, read('exercises: { 01-x: { points: { mse: 10 } } }'));
    const { value, gradient = 0 } = items[0]?.points ?? { value: 0 };
    expect(value).toBeCloseTo(20 / 3, 5);
    expect(value + gradient).toBe(10);
    expect(items[1]).toBe(oracle.items[1]);
  });

  test('lines that are not named have none', () => {
    const { items } = withPoints(oracle, read('exercises: { 01-x: { points: { mse: { gradient: 5 } } } }'));
    expect(items[0]?.points).toEqual({ value: 0, gradient: 5 });
  });
});

describe('marks from elsewhere', () => {
  const merged = mergeMarks(
    full,
    'marks:\n  ana: { 01-x: { items: { essay: { points: 2, comment: "a: b" } } } }\n  bia:\n    01-x: { comment: new }\n',
  );

  test('replace those of the same item, and leave everything else', () => {
    const { marks, late } = read(merged);
    expect(marks.get('ana')?.get('01-x')?.items).toEqual(
      new Map([
        ['mse', { points: 7.5, comment: 'quase' }],
        ['essay', { points: 2, comment: 'a: b' }],
      ]),
    );
    expect(marks.get('ana')?.get('01-x')?.comment).toBe('Muito bem');
    expect([...marks.keys()]).toEqual(['ana', '0012', 'bia']);
    expect(late).toEqual(read(full).late);
  });

  test('say what becomes of answers that were left empty, and else leave it', () => {
    const zero = mergeMarks(full, 'unanswered: 0\nmarks: {}\n');
    expect([read(zero).unansweredIsZero, read(merged).unansweredIsZero]).toEqual([true, false]);
    expect(zero).toContain('# Nosso trabalho');
    expect(mergeMarks(zero, 'marks: {}')).toBe(zero);
    expect(read(mergeMarks('', 'unanswered: 0')).unansweredIsZero).toBe(true);
  });

  test('keep the comments of the file', () => {
    expect(merged).toContain('# Nosso trabalho');
    expect(merged).toContain('# só um comentário');
  });

  test('go into an empty file too, and twice is as once', () => {
    const marks = 'marks: { ana: { 01-x: { comment: x } } }';
    const once = mergeMarks('', marks);
    expect(read(once).marks.get('ana')?.get('01-x')?.comment).toBe('x');
    expect(mergeMarks(once, marks)).toBe(once);
  });
});

describe('a date in a time zone', () => {
  test.each([
    ['2026-11-20', '23:59', 'America/Sao_Paulo', '2026-11-21T02:59:00.000Z'],
    ['2026-07-01', '12:00', 'Europe/Madrid', '2026-07-01T10:00:00.000Z'],
    ['2026-10-25', '02:30', 'Europe/Madrid', '2026-10-25T01:30:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Madrid', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', '03:00', 'Europe/Madrid', '2026-03-29T01:00:00.000Z'],
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T06:30:00.000Z'],
    ['2026-01-01', '00:00', 'Asia/Kathmandu', '2025-12-31T18:15:00.000Z'],
  ])('%s %s %s', (day, time, zone, iso) => {
    expect(zonedTime(day, time, zone)?.toISOString()).toBe(iso);
  });
});
