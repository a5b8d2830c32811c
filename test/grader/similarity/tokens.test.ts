import { tokensOf } from '../../../lib/grader/src/similarity/tokens';

const words = (source: string): string =>
  tokensOf(source)
    .map(({ text }) => text)
    .join(' ');

describe('tokens that are compared', () => {
  test('leave out what hides a copy: names, comments, spaces, semicolons, kinds of declaration and quotes', () => {
    const one = `const size = tf.abs(tf.sub(input, 'x')); // the size\nreturn size;`;
    const other = `/* what? */ let groesse =\n  tf.abs(tf.sub(a, "something"))\nreturn groesse`;
    expect(words(one)).toBe(words(other));
  });

  test('keep what is computed: operators, numbers by their value, what stands after a dot', () => {
    expect(words('tf.sub(a, 0.50)')).toBe('name . sub ( name , 0.5 )');
    expect(words('tf.add(a, .5)')).toBe('name . add ( name , 0.5 )');
    expect(words('a?.b')).toBe(words('a.b'));
    expect(words('a + b')).not.toBe(words('a - b'));
  });

  test('see through templates and regular expressions', () => {
    expect(words('f(`x${a ? { c: 1 }.c : `${d}`}y`, e)')).toBe(
      'name ( text name ? { name : 1 } . c : text name text text , name )',
    );
    expect(words('a / b / c')).toBe('name / name / name');
    expect(words('f(/`"/g)')).toBe('name ( pattern )');
  });

  test('know their lines', () => {
    expect(tokensOf('a\n\n  + b').map(({ line }) => line)).toEqual([0, 2, 2]);
  });

  test('end, whatever the text is', () => {
    for (const source of ['`${', '`${}', '"', '/*', '/', '\0', '}}}`', '`${`${`', '#', '\\u{', '@@', '((((']) {
      expect(tokensOf(source).length).toBeLessThan(10);
    }
  });
});
