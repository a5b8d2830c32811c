import { judge } from 'lossbook-diagnosis';
import type { Observation, Wrong } from 'lossbook-diagnosis';

const scalar = (x: number): Observation['expected'] => ({ shape: [], data: [x] });
const vector = (...data: number[]): Observation['expected'] => ({ shape: [data.length], data });

const observation = (x: Observation['expected'], expected: number, got: number): Observation => ({
  args: [x],
  expected: scalar(expected),
  got: scalar(got),
  mistakes: [],
});

function familiesOf(observations: readonly Observation[], isExtreme = false): readonly string[] {
  return (judge(observations, { line: 'value', isExtreme }) as Wrong).families;
}

describe('one number everywhere', () => {
  const cases = (answers: readonly number[]): Observation[] =>
    answers.map((got, i) => observation(vector(1 + i, 2, 3.5 * i), 2.3 + i * i, got));

  test('is CONSTANT, and no place is told', () => {
    const verdict = judge(cases([2, 2, 2])) as Wrong;
    expect(verdict).toMatchObject({ kind: 'same', families: ['CONSTANT'] });
    expect(verdict.sentence.es).not.toContain('Solo falla');
  });

  test('is not said of two cases, nor where a number differs', () => {
    expect(familiesOf(cases([2, 2]))).not.toContain('CONSTANT');
    expect(familiesOf(cases([2, 2, 2.1]))).not.toContain('CONSTANT');
  });

  test('is not said where every right number is the same too', () => {
    const observations = [1, 2, 3].map((x) => observation(vector(x), 5, 2));
    expect(familiesOf(observations)).not.toContain('CONSTANT');
  });
});

describe('digits lost', () => {
  const many = { shape: [5000], data: new Array<number>(5000).fill(0.1) };

  test.each([
    ['very many numbers', many, 0.1, 0.0998],
    ['a tiny number', vector(1e-7, 0.5), 1, 1.19],
    ['large numbers', vector(1000.5, 1000, 1000.25), 3099, 3465],
  ])('with %s they are DIGITS', (_what, x, expected, got) => {
    expect(familiesOf([observation(x, expected, got)], true)).toEqual(['DIGITS']);
  });

  test('an ordinary case, ordinary arguments, another sign or size are no lost digits', () => {
    expect(familiesOf([observation(many, 0.1, 0.0998)])).not.toContain('DIGITS');
    expect(familiesOf([observation(vector(0.1, 0.2), 0.1, 0.0998)], true)).not.toContain('DIGITS');
    expect(familiesOf([observation(many, 0.1, -0.0998)], true)).not.toContain('DIGITS');
    expect(familiesOf([observation(many, 0.1, 0.17)], true)).not.toContain('DIGITS');
  });
});
