import { decode, encode } from 'lossbook-diagnosis';

test('numbers that JSON lacks survive in arrays, and words stay words', () => {
  const value = {
    title: { pt: 'NaN', es: 'Infinity' },
    args: [{ shape: [4], data: [NaN, Infinity, -Infinity, 0.1] }, -Infinity],
  };
  expect(decode(encode(value))).toEqual(value);
  expect(JSON.parse(encode(value))).toEqual({
    title: value.title,
    args: [{ shape: [4], data: ['NaN', 'Infinity', '-Infinity', 0.1] }, '-Infinity'],
  });
});

test('other strings in arrays stay as they are', () => {
  expect(decode('["NaN", "nan", "toString"]')).toEqual([NaN, 'nan', 'toString']);
});
