import { CsvTable } from '../../../lib/grader/src/lms/csvTable';
import { formatNumber, numberStyle, parseNumber } from '../../../lib/grader/src/lms/numbers';

const texts = [
  '',
  'a,b\n1,2\n',
  'a;b\r\n"x;y";"say ""hi"""\r\n;\r\n',
  '"a\nb",c\r\n"",\r\n,\n',
  'no end,of line',
  'a\tb\n\n1\t"2"x\n',
  '"never closed, b\n',
];

describe('a table that is filled', () => {
  test.each(texts)('%j stays as it is when nothing is filled', (text) => {
    expect(new CsvTable(Buffer.from(text)).toBytes().toString()).toBe(text);
  });

  test('cells are read as RFC 4180 has them', () => {
    const table = new CsvTable(Buffer.from('\uFEFFa;b\r\n"x;y";"say ""hi"""\r\n;z\r\n'));
    expect(table.delimiter).toBe(';');
    expect(table.rows).toEqual([
      ['a', 'b'],
      ['x;y', 'say "hi"'],
      ['', 'z'],
    ]);
  });

  test('nothing changes but the cells that are filled', () => {
    const table = new CsvTable(Buffer.from('\uFEFFname,"Note, now",x\r\n"Ána",,"1"\r\nB, 2 ,\r\n'));
    table.set(1, 1, '7,5');
    table.set(1, 2, '8');
    table.set(2, 2, '9');
    table.set(2, 3, 'there is no such cell');
    table.set(9, 0, 'nor such a row');
    expect(table.toBytes().toString()).toBe('\uFEFFname,"Note, now",x\r\n"Ána","7,5","8"\r\nB, 2 ,9\r\n');
  });

  test('other encodings are kept to the byte', () => {
    const wide = Buffer.from('\uFEFFnome;nota\nJosé;\n', 'utf16le');
    const latin = Buffer.from('nome;nota\nJosé;\n', 'latin1');
    for (const bytes of [wide, latin]) {
      const table = new CsvTable(bytes);
      expect(table.rows[1]).toEqual(['José', '']);
      expect(table.toBytes().equals(bytes)).toBe(true);
      table.set(1, 1, '5');
      const added = bytes === wide ? Buffer.from('5', 'utf16le') : Buffer.from('5');
      expect(table.toBytes().length).toBe(bytes.length + added.length);
    }
  });
});

describe('numbers', () => {
  test.each([
    [['1,5', 'x'], false, true, false],
    [['1.50', '2.25'], true, false, true],
    [['7', ''], true, true, false],
    [['100,00'], false, true, true],
  ])('%j', (cells, otherwise, comma, fixed) => {
    expect(numberStyle(cells, otherwise)).toEqual({ comma, fixed });
  });

  test('have two decimals at most, and no mark between thousands', () => {
    expect(formatNumber(1234.567, { comma: true, fixed: false })).toBe('1234,57');
    expect(formatNumber(7, { comma: false, fixed: true })).toBe('7.00');
    expect(formatNumber(0.1 + 0.2, { comma: false, fixed: false })).toBe('0.3');
    expect([parseNumber('100,00'), parseNumber(' 30 '), parseNumber('x'), parseNumber('')]).toEqual([
      100,
      30,
      undefined,
      undefined,
    ]);
  });
});
