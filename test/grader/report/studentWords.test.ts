import { sayHit } from '../../../lib/grader/src/report/studentWords';

describe('a type error', () => {
  const said = (message: string, text: string): { pt: string; es: string } =>
    sayHit({ why: 'type-error', cell: 3, fault: { line: 2, column: 5, message, text } });
  const missing = "Argument of type 'number | undefined' is not assignable to parameter of type 'number'.";

  test('about a length that may be missing says how to give one', () => {
    const { pt, es } = said(missing, '  const truth = tf.oneHot(y, logits.shape[1]);');
    expect(pt).toContain(`linha 2: ${missing} O compilador não sabe se o tensor tem esse eixo.`);
    expect(es).toContain('x.shape[1] ?? 1');
  });

  test('about another value that may be missing says that it may', () => {
    expect(said(missing, 'const first: number = [1, 2].at(0);').pt).toMatch(/pode faltar.*\?\? 0\.$/);
  });

  test('of another kind has the compiler’s words alone', () => {
    const other = "Type 'number' is not assignable to type 'string'.";
    expect(said(other, 'const a: string = x.shape[1];').es).toMatch(/to type 'string'\.$/);
  });
});

test('what the sandbox says in both languages is said in each', () => {
  const message = 'tf.losses.huberLoss: não vale na correção / no se permite en la corrección';
  const { pt, es } = sayHit({ why: 'cell-threw', cell: 4, error: { name: 'Error', message } });
  expect(pt).toMatch(/Error: tf\.losses\.huberLoss: não vale na correção$/);
  expect(es).toMatch(/Error: tf\.losses\.huberLoss: no se permite en la corrección$/);
});
