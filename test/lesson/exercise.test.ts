import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { encode } from 'lossbook-diagnosis';
import type { CheckCase, CheckFile, Values } from 'lossbook-diagnosis';
import { answer, check, exercise, language } from 'lossbook-lesson';

const vectors: readonly (readonly [number[], number[]])[] = [
  [
    [2.5, 0, 2, 7.5, -1],
    [3, -0.5, 2, 4, 1.25],
  ],
  [
    [1, -2, 4],
    [0.5, 1, 4],
  ],
  [[-3], [1.5]],
];

const vector = (data: number[]): Values => ({ shape: [data.length], data });
const scalar = (x: number): Values => ({ shape: [], data: [x] });
const d = (x: number[], t: number[]): number[] => x.map((value, i) => value - (t[i] ?? 0));
const mean = (numbers: number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;

type Of = (differences: number[]) => Values;

const cases = (right: Of, mistakes: readonly { id: string; family: string; of: Of }[]): CheckCase[] =>
  vectors.map(([x, t]) => ({
    args: [vector(x), vector(t)],
    expected: right(d(x, t)),
    mistakes: mistakes.map(({ id, family, of }) => ({ id, family, result: of(d(x, t)) })),
  }));

const file: CheckFile = {
  version: 1,
  exercise: '99-test',
  items: {
    l1: {
      title: { pt: 'Erro absoluto', es: 'Error absoluto' },
      functions: [
        {
          name: 'l1',
          line: 'value',
          cases: cases(
            (e) => scalar(mean(e.map(Math.abs))),
            [{ id: 'l1-2', family: 'ABS', of: (e) => scalar(mean(e)) }],
          ),
        },
        {
          name: 'l1Grad',
          line: 'gradient',
          cases: cases(
            (e) => vector(e.map((x) => Math.sign(x) / e.length)),
            [{ id: 'l1-g3', family: 'KINK', of: (e) => vector(e.map((x) => x / Math.abs(x) / e.length)) }],
          ),
        },
      ],
    },
    same: {
      title: { pt: 'Igual', es: 'Igual' },
      functions: [
        { name: 'same', line: 'value', cases: [{ args: [vector([1, 2])], expected: vector([1, 2]), mistakes: [] }] },
      ],
    },
    scaled: {
      title: { pt: 'Com número', es: 'Con número' },
      functions: [
        {
          name: 'scaled',
          line: 'value',
          cases: [{ args: [vector([1, 2]), 0.5], expected: scalar(1.5), mistakes: [] }],
        },
      ],
    },
  },
};

const l1 = (x: tf.Tensor, t: tf.Tensor): tf.Tensor => tf.tidy(() => tf.mean(tf.abs(tf.sub(x, t))));
const l1Grad = (x: tf.Tensor, t: tf.Tensor): tf.Tensor => tf.tidy(() => tf.div(tf.sign(tf.sub(x, t)), x.size));

const home = process.cwd();
let course: string;

beforeAll(() => {
  course = mkdtempSync(join(tmpdir(), 'lossbook-lesson-'));
  mkdirSync(join(course, 'exercises', 'checks'), { recursive: true });
  mkdirSync(join(course, 'work', 'pt'), { recursive: true });
  writeFileSync(join(course, 'exercises', 'checks', '99-test.json'), encode(file));
});

afterAll(() => {
  process.chdir(home);
  rmSync(course, { recursive: true });
});

beforeEach(() => {
  process.chdir(join(course, 'work', 'pt'));
  language('pt');
  exercise('99-test');
});

/** What check() prints, each line whole; the tensors that it leaves behind are an error. */
function printed(item: string): string {
  return printedLines(item).join('\n').replaceAll('\n  ', ' ');
}

function printedLines(item: string): string[] {
  const log = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  const before = tf.memory().numTensors;
  check(item);
  expect(tf.memory().numTensors).toBe(before);
  const lines = log.mock.calls.map((call) => String(call[0]));
  log.mockRestore();
  expect(lines).toHaveLength(1);
  return lines.flatMap((line) => line.split('\n'));
}

test('a right item: one line that says what was checked and that the grade uses other numbers', () => {
  answer({ l1: l1, l1Grad: l1Grad });
  expect(printed('l1')).toBe(
    '✓ Erro absoluto: certo. Conferi o valor, o gradiente, a forma e que nenhum tensor sobra na memória. A nota final usa outros números.',
  );
  language('es');
  expect(printed('l1')).toMatch(/^✓ Error absoluto: correcto\. .* La nota final usa otros números\.$/);
});

test('a line breaks between words, at 92 columns at most, and goes on indented', () => {
  answer({ l1: l1, l1Grad: l1Grad });
  expect(printedLines('l1')).toEqual([
    '✓ Erro absoluto: certo. Conferi o valor, o gradiente, a forma e que nenhum tensor sobra na',
    '  memória. A nota final usa outros números.',
  ]);
  const word = 'x'.repeat(120);
  answer({
    l1: () => {
      throw new RangeError(word);
    },
  });
  expect(printedLines('l1')).toEqual(['✗ l1: parou com um erro. RangeError:', `  ${word}`]);
});

test('plain numbers arrive as numbers, and an item without gradient does not speak of one', () => {
  answer({ scaled: (x: tf.Tensor, k: number) => tf.tidy(() => tf.mul(tf.sum(x), typeof k === 'number' ? k : NaN)) });
  expect(printed('scaled')).toMatch(/^✓ Com número: certo\. Conferi o valor, a forma/);
});

test('a wrong value: the mistake of the first wrong function, in the language of the notebook', () => {
  answer({ l1: (x: tf.Tensor, t: tf.Tensor) => tf.tidy(() => tf.mean(tf.sub(x, t))), l1Grad: l1 });
  const pt = printed('l1');
  expect(pt).toMatch(/^✗ l1: Com \[-3\] e \[1\.5\], a sua função devolve -4\.5\./);
  expect(pt).toContain('sinal do erro');
  expect(pt).not.toContain('l1Grad');
  language('es');
  expect(printed('l1')).toMatch(/^✗ l1: Con \[-3\] y /);
});

test('a wrong gradient: the value is told to be right', () => {
  answer({
    l1: l1,
    l1Grad: (x: tf.Tensor, t: tf.Tensor) => tf.tidy(() => tf.div(tf.sub(x, t), tf.mul(tf.abs(tf.sub(x, t)), x.size))),
  });
  const lines = printed('l1').split('\n');
  expect(lines[0]).toBe('✓ l1');
  expect(lines[1]).toMatch(/^✗ l1Grad: O valor está certo; o gradiente, ainda não\./);
  expect(lines[1]).toContain('devolve NaN no índice [2]');
  expect(lines[1]).toContain('ponto anguloso');
});

test('an untouched stub is not yet, for the value and for the gradient', () => {
  const stub = (): tf.Tensor => tf.scalar(NaN);
  answer({ l1: stub, l1Grad: stub });
  expect(printed('l1')).toMatch(/^○ l1: ainda não\./);
  answer({ l1: l1 });
  expect(printed('l1')).toMatch(/^✓ l1\n○ l1Grad: ainda não\./);
  language('es');
  expect(printed('l1')).toContain('todavía no');
});

test('a throwing function: its message; not a tensor: what it is; not a function: says so', () => {
  answer({
    l1: () => {
      throw new RangeError('boom');
    },
    l1Grad: l1Grad,
  });
  expect(printed('l1')).toBe('✗ l1: parou com um erro. RangeError: boom');
  for (const [f, kind] of [
    [() => 3, 'number'],
    [() => undefined, 'undefined'],
    [() => Promise.resolve(tf.scalar(1)), 'Promise'],
    [() => null, 'null'],
    [() => [1], 'Array'],
  ] as const) {
    answer({ l1: f });
    expect(printed('l1')).toContain(`✗ l1: devolveu ${kind}, e não um tensor.`);
  }
  answer({ l1: 3 });
  expect(printed('l1')).toContain('não é uma função');
});

test('a leak is counted, and what leaked is freed', () => {
  answer({ l1: (x: tf.Tensor, t: tf.Tensor) => tf.mean(tf.abs(tf.sub(x, t))), l1Grad: l1Grad });
  expect(printed('l1')).toMatch(
    /^✗ l1: os números estão certos, mas cada chamada deixa na memória \d tensores além do resultado\./,
  );
});

test('a function that returns its argument leaks nothing, unless it makes another tensor', () => {
  answer({ same: (x: tf.Tensor) => x });
  expect(printed('same')).toMatch(/^✓ Igual/);
  answer({
    same: (x: tf.Tensor) => {
      tf.scalar(1);
      return x;
    },
  });
  expect(printed('same')).toContain('deixa na memória 1 tensor além do resultado');
});

test('a function that was not handed in is named', () => {
  answer({ l1: l1 });
  expect(printed('l1')).toBe(
    '✗ l1Grad: não foi entregue. Execute a célula da resposta e entregue com answer({ l1Grad: l1Grad }).',
  );
});

test('a new exercise() forgets the functions of the one before', () => {
  answer({ l1: l1, l1Grad: l1Grad });
  exercise('99-test');
  expect(printed('l1')).toContain('l1, l1Grad: não foi entregue');
});

test('an item that the exercise lacks, even one called toString', () => {
  expect(printed('mse')).toContain('Os itens são: l1, same, scaled.');
  expect(printed('toString')).toContain('não tem o item toString');
});

test('without the course around it, check says which file it misses', () => {
  process.chdir(tmpdir());
  expect(printed('l1')).toContain('exercises/checks/99-test.json');
});

test('where nbgrader runs the notebook, what is not right throws, since nbgrader takes for right whatever does not', () => {
  process.env.NBGRADER_EXECUTION = 'validate';
  try {
    answer({ l1: l1, l1Grad: l1Grad });
    expect(printed('l1')).toMatch(/^✓ Erro absoluto/);
    answer({ l1: (x: tf.Tensor, t: tf.Tensor) => tf.tidy(() => tf.mean(tf.sub(x, t))) });
    for (const item of ['l1', 'same', 'nothing']) {
      expect(() => {
        check(item);
      }).toThrow(/^✗/);
    }
  } finally {
    delete process.env.NBGRADER_EXECUTION;
  }
});
