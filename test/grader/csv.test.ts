import { csvText, gradesCsv } from '../../lib/grader/src/report/csv';

describe('grades.csv', () => {
  test.each([
    ['ana', 'ana'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['a\rb', '"a\rb"'],
    ['a=b', 'a=b'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['João', 'João'],
  ])('%j is written as %j', (text, written) => {
    expect(csvText(text)).toBe(written);
  });

  test('rows are sorted, numbers have a decimal dot', () => {
    const row = (student: string, exercise: string, score: number): Parameters<typeof gradesCsv>[0][number] => ({
      student,
      exercise,
      score,
      max_score: 20,
      status: 'graded',
    });
    expect(gradesCsv([row('b', '01-x', 1.5), row('a', '02-y', 0), row('a', '01-x', 20)])).toBe(
      'student,exercise,score,max_score,status\na,01-x,20,20,graded\na,02-y,0,20,graded\nb,01-x,1.5,20,graded\n',
    );
  });
});
