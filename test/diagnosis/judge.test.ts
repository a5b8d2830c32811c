import { judge } from 'lossbook-diagnosis';
import type { Observation, Values, Verdict, Wrong } from 'lossbook-diagnosis';
import { observe } from './cases';
import { subjects } from './formulas';
import type { Formula, Subject } from './formulas';

const seeds = [1, 2, 3];

function subject(name: string): Subject {
  const found = subjects.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`no subject ${name}`);
  return found;
}

function wrong(verdict: Verdict): Wrong {
  if (verdict.right) throw new Error('judged right');
  return verdict;
}

function judgeWithoutCatalogue(name: string, student: Formula, seed = 1): Wrong {
  const { line } = subject(name);
  return wrong(judge(observe(subject(name), student, seed, []), { line }));
}

const times =
  (name: string, factor: (x: Values, beta: number) => number): Formula =>
  (x, t, beta) => {
    const { shape, data } = subject(name).right(x, t, beta);
    return { shape, data: data.map((value) => factor(x, beta) * value) };
  };

/** The right answer with some elements changed, by their difference. */
const changed =
  (name: string, change: (right: number, d: number, beta: number, index: number) => number): Formula =>
  (x, t, beta) => {
    const { shape, data } = subject(name).right(x, t, beta);
    return { shape, data: data.map((value, i) => change(value, (x.data[i] ?? 0) - (t.data[i] ?? 0), beta, i)) };
  };

describe.each(subjects)('$name', (one) => {
  test.each(seeds)('the right formula in float32 is right (seed %i)', (seed) => {
    expect(judge(observe(one, one.right, seed), { line: one.line })).toEqual({ right: true });
  });

  test.each(one.mistakes)('$id is named ($family)', ({ id, family, of }) => {
    for (const seed of seeds) {
      const verdict = wrong(judge(observe(one, of, seed), { line: one.line }));
      expect(verdict).toMatchObject({ kind: 'mistake', ids: [id], families: [family] });
    }
  });

  test.each(one.mistakes)('the sentence on $id is in both languages and tells no expected number', ({ of }) => {
    for (const seed of seeds) {
      const observations = observe(one, of, seed);
      const { sentence, case: shown, at } = wrong(judge(observations, { line: one.line }));
      const { expected, args } = observations[shown] as Observation;
      expect(sentence.pt).not.toBe(sentence.es);
      const inputs = new Set(args.flatMap((arg) => (typeof arg === 'number' ? [arg] : [...arg.data])).map(shortened));
      const right = shortened(expected.data[at ?? 0] ?? NaN);
      for (const text of [sentence.pt, sentence.es]) {
        const numbers = (text.match(/-?\d+\.\d+(e-?\d+)?/g) ?? []).map((word) => shortened(Number(word)));
        expect(numbers.filter((number) => !inputs.has(number))).not.toContain(right);
      }
    }
  });
});

const shortened = (x: number): string => x.toPrecision(4);

describe('without a catalogue', () => {
  test.each([
    ['mse', 'SUM', (x: Values) => x.data.length],
    ['mse', 'HALF', () => 1 / 2],
    ['mse', 'AXIS', (x: Values) => x.shape[0] ?? 1],
    ['mse', 'DIV', (x: Values) => x.data.length / (x.data.length - 1)],
    ['mbe', 'SIGN', () => -1],
    ['sumOfAbsolutes', 'MEAN', (x: Values) => 1 / x.data.length],
    ['smoothL1', 'SCALE', (_x: Values, beta: number) => beta],
    ['mse', 'LOGBASE', () => Math.LOG2E],
    ['mse', 'FACTOR', () => 1.37],
    ['mseGrad', 'GRADN', (x: Values) => x.data.length],
    ['mseGrad', 'TWO', () => 1 / 2],
    ['mseGrad', 'GRADSIGN', () => -1],
  ])('%s times a factor is of family %s', (name, family, factor) => {
    expect(judgeWithoutCatalogue(name, times(name, factor))).toMatchObject({
      kind: 'factor',
      families: [family],
      ids: [],
    });
  });

  test.each([
    ['d < 0', 'ABS', (right: number, d: number) => (d < 0 ? -right : right)],
    ['d = 0', 'KINK', (right: number, d: number) => (d === 0 ? 1 : right)],
    ['|d| < β', 'BRANCH', (right: number, d: number, beta: number) => (Math.abs(d) < beta ? 3 * right : right)],
    ['|d| ≥ β', 'BRANCH', (right: number, d: number, beta: number) => (Math.abs(d) < beta ? right : 3 * right)],
    ['|d| < β', 'TWO', (right: number, d: number, beta: number) => (Math.abs(d) < beta ? right / 2 : right)],
    ['d ≤ −β', 'BRANCH', (right: number, d: number, beta: number) => (d <= -beta ? -right : right)],
  ])('a gradient wrong only where %s is told so', (where, family, change) => {
    const verdict = judgeWithoutCatalogue('smoothL1Grad', changed('smoothL1Grad', change));
    expect(verdict).toMatchObject({ kind: 'region', families: [family] });
    expect(verdict.sentence.pt).toContain(`Só está errado onde ${where}`);
    expect(verdict.sentence.es).toContain(`Solo falla donde ${where}`);
  });

  test('a constant added everywhere is CONST', () => {
    const student: Formula = (x, t, beta) => {
      const right = subject('mse').right(x, t, beta);
      return { ...right, data: right.data.map((value) => value + 0.25) };
    };
    expect(judgeWithoutCatalogue('mse', student)).toMatchObject({ kind: 'constant', families: ['CONST'] });
  });

  test('NaN where d = 0 is KINK, NaN everywhere is NAN, overflow at large inputs is STABLE', () => {
    const at0 = judgeWithoutCatalogue(
      'l1Grad',
      changed('l1Grad', (right, d) => (d === 0 ? NaN : right)),
    );
    expect(at0).toMatchObject({ kind: 'nan', families: ['KINK'], at: 2 });
    expect(at0.sentence.pt).toContain('NaN');
    const everywhere = judgeWithoutCatalogue(
      'l1Grad',
      changed('l1Grad', () => NaN),
    );
    expect(everywhere).toMatchObject({ kind: 'nan', families: ['NAN'] });
    const scalar = (x: number): Values => ({ shape: [], data: [x] });
    const at = (x: number, got: number): Observation => ({
      args: [scalar(x)],
      expected: scalar(x),
      got: scalar(got),
      mistakes: [],
    });
    expect(judge([at(1, 1), at(100, Infinity)])).toMatchObject({ kind: 'nan', families: ['STABLE'], case: 1 });
  });

  test('numbers that no rule explains are just wrong', () => {
    const student: Formula = (x) => ({ shape: [], data: [Math.exp(x.data[0] ?? 0) + 3] });
    expect(judgeWithoutCatalogue('mse', student)).toMatchObject({ kind: 'wrong', ids: [], families: [] });
  });
});

describe('general rules', () => {
  const scalar = (x: number): Values => ({ shape: [], data: [x] });
  const vector = (...data: number[]): Values => ({ shape: [data.length], data });
  const rows = (...data: number[][]): Values => ({ shape: [data.length, data[0]?.length ?? 0], data: data.flat() });
  const seen = (args: Observation['args'], expected: Values, got: Values): Observation => ({
    args,
    expected,
    got,
    mistakes: [],
  });

  test('what is 0 everywhere is told so, whatever mistake gives that too', () => {
    const zeros = (count: number): Values => vector(...Array<number>(count).fill(0));
    const observations = [vector(1, -2, 3), vector(0.5, 1)].map((x) => ({
      ...seen([x], x, zeros(x.data.length)),
      mistakes: [{ id: 'a', family: 'TERM', result: zeros(x.data.length) }],
    }));
    const verdict = wrong(judge(observations, { line: 'gradient', valueIsRight: true }));
    expect(verdict).toMatchObject({ kind: 'zero', ids: [], families: ['ZERO'] });
    expect(verdict.sentence.pt).not.toContain('Só está errado');
    const almost = observations.map((one, i) => (i === 1 ? { ...one, got: vector(0, 1e-3) } : one));
    expect(wrong(judge(almost)).families).not.toContain('ZERO');
    const scalars = [3, -1, 2].map((x) => seen([vector(x, 2 * x)], scalar(x), scalar(0)));
    expect(wrong(judge(scalars)).families).toEqual(['ZERO']);
    expect(wrong(judge(scalars.slice(1))).families).not.toContain('ZERO');
  });

  test('an argument given back as it came is told so', () => {
    const back = [vector(1, -2, 3), vector(0.5, 1)].map((x) => seen([vector(9, 9), x], vector(4, 4, 4), x));
    const expected = back.map((one) => ({
      ...one,
      expected: { ...one.got, data: one.got.data.map((x) => x * x + 1) },
    }));
    expect(judge(expected)).toMatchObject({ kind: 'relation', families: ['SAME'] });
    const [first, second] = expected;
    expect(first && second && wrong(judge([first, { ...second, got: vector(0.5, 2) }])).families).not.toContain('SAME');
  });

  test('what stops growing with extreme arguments is CLIP', () => {
    const at = (x: number, got: number): Observation => seen([vector(x)], scalar(x), scalar(got));
    const extreme = { line: 'value', isExtreme: true } as const;
    expect(judge([at(1000, 16), at(100, 16)], extreme)).toMatchObject({ kind: 'limit', families: ['CLIP'], case: 0 });
    expect(judge([at(2, 2), at(1000, 16)], extreme)).toMatchObject({ families: ['CLIP'], case: 1 });
    const tiny = seen([vector(1e-30, 0.5)], scalar(69), scalar(18));
    expect(judge([at(2, 2), tiny], extreme)).toMatchObject({ families: ['CLIP'], case: 1 });
    for (const others of [at(20, 16), at(1000, -16), at(100, 200)]) {
      expect(wrong(judge([at(1000, 16), others], extreme)).families).not.toContain('CLIP');
    }
    expect(wrong(judge([at(2, 2), at(1000, 16)])).families).not.toContain('CLIP');
  });

  test('rows far below another row, broken by its maximum, are ROWMAX', () => {
    const table = rows([1000, 0], [1, 2], [-104, -104]);
    const right = rows([0, -1000], [-1.3, -0.3], [-0.7, -0.7]);
    const single = seen([rows([-1000, -999])], rows([-1.3, -0.3]), rows([-1.3, -0.3]));
    const broken = seen([table], right, rows([0, -1000], [Infinity, Infinity], [Infinity, Infinity]));
    const verdict = wrong(judge([broken, single]));
    expect(verdict).toMatchObject({ kind: 'nan', families: ['ROWMAX'] });
    expect(verdict.sentence.pt).not.toContain('a linha não é a primeira');
    const all = seen([table], right, rows([NaN, NaN], [-1.3, -0.3], [-0.7, -0.7]));
    expect(wrong(judge([all, single])).families).not.toContain('ROWMAX');
  });

  test('digits lost beside large arguments are CANCEL', () => {
    const extreme = { line: 'value', isExtreme: true } as const;
    const at = (x: number, right: number, got: number): Observation =>
      seen([vector(x, x + 1)], scalar(right), scalar(got));
    const lost = at(10000, 0.25, 2);
    expect(judge([lost, at(1, 2, 2)], extreme)).toMatchObject({ kind: 'limit', families: ['CANCEL'], case: 0 });
    expect(wrong(judge([lost])).families).not.toContain('CANCEL');
    for (const other of [at(1, 2, 3), at(10000, 0.25, NaN), at(10000, 9000, 8000)]) {
      expect(wrong(judge([lost, other], extreme)).families).not.toContain('CANCEL');
    }
  });

  describe('two named mistakes', () => {
    // The right answer is a + b; one mistake forgets b, another squares a, a third multiplies.
    const pairs = [
      [1, 2],
      [-3, 5],
      [0.5, 4],
      [7, -1.5],
    ] as const;
    const among = (got: (a: number, b: number) => number, families = ['TERM', 'SQ', 'ORDER']): Observation[] =>
      pairs.map(([a, b]) => {
        const results = [a, a * a + b, a * b];
        const mistakes = results.map((x, i) => ({ id: `m${i}`, family: families[i] ?? 'OTHER', result: scalar(x) }));
        return { ...seen([vector(a, b)], scalar(a + b), scalar(got(a, b))), mistakes };
      });

    test('in two terms are both told', () => {
      const verdict = wrong(judge(among((a) => a * a)));
      expect(verdict).toMatchObject({ kind: 'mistake', ids: ['m0', 'm1'], families: ['TERM', 'SQ'] });
      expect(verdict.sentence.pt).toContain('São dois erros de uma vez.');
      expect(verdict.sentence.es).toContain('Son dos errores a la vez.');
    });

    test('one times a factor are both told', () => {
      const verdict = wrong(judge(among((a, b) => -a * b)));
      expect(verdict.families).toEqual(['ORDER', 'SIGN']);
      expect(verdict.sentence.pt).toContain('São dois erros de uma vez.');
    });

    test('of one family are told as one', () => {
      const { sentence, families } = wrong(judge(among((a) => a * a, ['SIGN', 'SIGN', 'OTHER'])));
      expect(families).toEqual(['SIGN']);
      expect(sentence.pt).not.toContain('dois erros');
    });

    test('are not guessed from three numbers, nor where another pair fits too', () => {
      expect(wrong(judge(among((a) => a * a).slice(1))).families).toEqual([]);
      const twins = among((a) => a * a).map((one) => {
        const [first] = one.mistakes;
        return first === undefined
          ? one
          : { ...one, mistakes: [...one.mistakes, { ...first, id: 'm3', family: 'ABS' }] };
      });
      expect(wrong(judge(twins)).families).toEqual([]);
    });
  });

  test('what a loop carries from row to row is CARRY', () => {
    const right = rows([1, -1], [2, -2], [0.5, -0.5]);
    const carried = rows([1, -1], [2.5, -1.5], [1.25, 0.25]);
    const observations = [rows([3, 1], [4, 0], [2, 1]), rows([5, 3], [6, 2], [1, 0])].map((x) =>
      seen([x], right, carried),
    );
    expect(judge(observations)).toMatchObject({ kind: 'region', families: ['CARRY'] });
  });

  test('a class exactly at the margin is a kink', () => {
    const scores = rows([0.5, 1, -2], [1.5, 0, 0.25]);
    const right = rows([0, 0, 0], [-0.5, 0.25, 0.25]);
    const student = rows([0.5, -0.5, 0], [-0.5, 0.25, 0.25]);
    const verdict = wrong(judge([seen([scores, vector(1, 0), 0.5], right, student)], { line: 'gradient' }));
    expect(verdict).toMatchObject({ kind: 'region', families: ['KINK'] });
    expect(verdict.sentence.es).toContain('una clase está justo en el margen');
  });

  test('the second argument tells where what has it is wrong', () => {
    const z = vector(-0.5, 4, 0.25, 1.5);
    const verdict = wrong(
      judge([seen([z, vector(1, 3, 0, 2)], vector(-0.4, -0.3, 1.3, 2.5), vector(0.6, 2.7, 1.3, 4.5))], {
        line: 'gradient',
      }),
    );
    expect(verdict.sentence.pt).toContain('Só está errado onde o segundo argumento não é 0.');
  });

  test('a small number within a logarithm is EPS', () => {
    const probabilities = [
      [0.1, 0.2, 0.7],
      [0.05, 0.9, 0.05],
    ];
    const [right, student] = [0, 1e-3].map((epsilon) => probabilities.map((p) => p.map((x) => Math.log(x + epsilon))));
    const observations = probabilities.map((p, i) =>
      seen([vector(...p)], vector(...(right?.[i] ?? [])), vector(...(student?.[i] ?? []))),
    );
    expect(judge(observations)).toMatchObject({ kind: 'relation', families: ['EPS'] });
  });

  test.each([
    ['SUM', 10, 1],
    ['GRADN', 10, 1],
    ['MEAN', 1 / 10, 1],
    ['SUM', 20, 2],
  ])('%s is told with the number that was counted, not that of the first argument', (family, factor, half) => {
    // Divided by all that was counted, 10 and then 20 and 30, where the first argument has 3 numbers.
    const observations = [1.25, 2.5, -0.75].map((x, i) => {
      const counted = factor < 1 ? factor / (i + 1) : factor * (i + 1);
      return {
        args: [vector(2, -1, 0.5), vector(5 * (i + 1), 2 * (i + 1), 3 * (i + 1))],
        expected: scalar(x),
        got: scalar(counted * x),
        mistakes: [{ id: 'a', family, result: scalar((counted / half) * x) }],
      };
    });
    expect(wrong(judge(observations)).sentence.pt).toContain('(aqui, 10)');
  });
});

test('where all differences are negative, nothing shows that only those fail', () => {
  const vector = (...data: number[]): Values => ({ shape: [data.length], data });
  const observation: Observation = {
    args: [vector(1, 2, 3), vector(2, 4, 6)],
    expected: vector(-1, -2, -3),
    got: vector(-1.37, -2.74, -4.11),
    mistakes: [],
  };
  expect(wrong(judge([observation], { line: 'gradient' }))).toMatchObject({ kind: 'factor', families: ['FACTOR'] });
});

test('a sum of vectors is not blamed on an axis', () => {
  const observations = observe(
    subject('mse'),
    times('mse', (x) => x.data.length),
    1,
    [],
  );
  expect(wrong(judge(observations)).families).toEqual(['SUM']);
  expect(wrong(judge(observations.filter(({ args }) => (args[0] as Values).shape.length === 1))).families).toEqual([
    'SUM',
  ]);
});

describe('shape', () => {
  const mse = subject('mse');
  const shaped = (name: string, student: Formula): Wrong => judgeWithoutCatalogue(name, student);

  test('a vector for a scalar', () => {
    const verdict = shaped('mse', (x, t) => ({
      shape: x.shape,
      data: x.data.map((v, i) => (v - (t.data[i] ?? 0)) ** 2),
    }));
    expect(verdict).toMatchObject({ kind: 'shape', families: ['SHAPE'] });
    expect(verdict.sentence.pt).toContain('de forma [7], e não []');
  });

  test('the right number in [1] is told to be right but for its shape', () => {
    const verdict = shaped('mse', (x, t, beta) => ({ ...mse.right(x, t, beta), shape: [1] }));
    expect(verdict.sentence.es).toContain('Los números son correctos, solo la forma no');
  });

  test('a table of every pair is BROADCAST', () => {
    const verdict = shaped('mse', (x, t) => ({
      shape: [x.data.length, x.data.length],
      data: x.data.flatMap((v) => t.data.map((w) => v - w)),
    }));
    expect(verdict).toMatchObject({ kind: 'shape', families: ['BROADCAST'] });
  });

  test('a table that is square by chance in one case is not BROADCAST', () => {
    const shaped = (rows: number, columns: number): Observation => ({
      args: [{ shape: [rows], data: Array<number>(rows).fill(1) }],
      expected: { shape: [rows], data: Array<number>(rows).fill(1) },
      got: { shape: [rows, columns], data: Array<number>(rows * columns).fill(1) },
      mistakes: [],
    });
    expect(wrong(judge([shaped(4, 4), shaped(2, 3)])).families).toEqual(['SHAPE']);
    expect(wrong(judge([shaped(4, 4), shaped(1, 1)])).families).toEqual(['BROADCAST']);
  });

  test('a square table that an argument is itself was not reduced', () => {
    const table: Values = { shape: [2, 2], data: [1, 2, 3, 4] };
    const observation = { args: [table], expected: { shape: [], data: [10] }, got: table, mistakes: [] };
    expect(wrong(judge([observation]))).toMatchObject({ kind: 'shape', families: ['SHAPE'] });
  });
});

describe('what is said', () => {
  test('two mistakes at once: the mean forgotten and a half', () => {
    const one = subject('smoothL1');
    const swapped = one.mistakes.find(({ id }) => id === 'sl1-5') as Subject['mistakes'][number];
    const student: Formula = (x, t, beta) => {
      const { shape, data } = swapped.of(x, t, beta);
      return { shape, data: data.map((value) => value * x.data.length) };
    };
    const verdict = wrong(judge(observe(one, student, 1)));
    expect(verdict).toMatchObject({ kind: 'mistake', ids: ['sl1-5'], families: ['BRANCH', 'SUM'] });
    expect(verdict.sentence.pt).toContain('trechos');
    expect(verdict.sentence.pt).toContain('somou');
  });

  test('two names that fit every case are both given', () => {
    const one = subject('mbe');
    const flipped: Formula = (x, t, beta) => {
      const right = one.right(x, t, beta);
      return { ...right, data: right.data.map((value) => -value) };
    };
    const onlyNegative = observe(one, flipped, 1).filter(({ expected }) => (expected.data[0] ?? 0) < 0);
    expect(onlyNegative.length).toBeGreaterThan(0);
    expect(wrong(judge(onlyNegative))).toMatchObject({ ids: ['mbe-1', 'mbe-3'], families: ['SIGN', 'ORDER'] });
  });

  test('a name that fits some cases only is not given', () => {
    const one = subject('mse');
    const observations = observe(
      one,
      (x, t, beta) => ({
        shape: [],
        data: [(one.right(x, t, beta).data[0] ?? 0) * (x.shape.length === 1 ? x.data.length : 1.7)],
      }),
      1,
    );
    expect(wrong(judge(observations)).ids).toEqual([]);
  });

  test('the smallest wrong case and its first wrong element are shown', () => {
    const one = subject('mseGrad');
    const student = changed('mseGrad', (right, _d, _beta, index) => (index >= 4 ? right + 1 : right));
    const observations = observe(one, student, 1).reverse();
    const verdict = wrong(judge(observations, { line: 'gradient' }));
    expect(verdict).toMatchObject({ case: 2, at: 4 });
    expect(verdict.sentence.pt).toContain('no índice [4]');
  });

  test('the index in a matrix is told axis by axis', () => {
    const one = subject('mseGrad');
    const [, matrix] = observe(
      one,
      changed('mseGrad', (right, _d, _b, index) => (index === 6 ? 99 : right)),
      1,
    );
    const verdict = wrong(judge([matrix as Observation], { line: 'gradient' }));
    expect(verdict.at).toBe(6);
    expect(verdict.sentence.es).toContain('devuelve 99 en el índice [1, 2]');
  });

  test('good news first: the value is right', () => {
    const one = subject('mseGrad');
    const observations = observe(
      one,
      times('mseGrad', () => 2),
      1,
    );
    expect(wrong(judge(observations, { line: 'gradient', valueIsRight: true })).sentence).toMatchObject({
      pt: expect.stringMatching(/^O valor está certo/) as string,
      es: expect.stringMatching(/^El valor es correcto/) as string,
    });
    expect(wrong(judge(observations, { line: 'gradient' })).sentence.pt).not.toContain('O valor está certo');
  });

  test('large arguments are told by their shapes', () => {
    const one = subject('mse');
    const [, matrix] = observe(
      one,
      times('mse', () => 2),
      1,
    );
    const { sentence } = wrong(judge([matrix as Observation]));
    expect(sentence.pt).toContain('Com um tensor de forma [3, 4] e um tensor de forma [3, 4], a sua função');
    expect(sentence.es).toContain('Con un tensor de forma [3, 4] y un tensor de forma [3, 4], tu función');
  });
});
