import type { Observation, Values } from 'lossbook-diagnosis';
import { randomFrom } from '../random';
import type { Formula, Subject } from './formulas';

/** Three shapes whose rows, columns and numbers of elements all differ. */
const shapes: readonly (readonly number[])[] = [[7], [3, 4], [5, 3]];

interface Inputs {
  readonly x: Values;
  readonly t: Values;
  readonly beta: number;
}

/**
 * Differences of both signs on both sides of beta, whose mean has the sign given, and one that is exactly 0 at the third place.
 */
function inputs(random: () => number, shape: readonly number[], sign: number): Inputs {
  const size = shape.reduce((product, length) => product * length, 1);
  const beta = Math.fround(0.3 + random() / 2);
  const t = Array.from({ length: size }, () => Math.fround(6 * random() - 3));
  const x = t.map((target, i) => {
    const beyond = i % 2 === 0 ? 4 + 2 * random() : 1.2 + 0.3 * random();
    const far = beta * (i % 4 < 2 ? 0.2 + 0.6 * random() : beyond);
    return i === 2 ? target : Math.fround(target + (i % 2 === 0 ? sign * far : -sign * far));
  });
  return { x: { shape, data: x }, t: { shape, data: t }, beta };
}

/** What the judge sees when a student wrote `student`; the student computes in float32. */
export function observe(subject: Subject, student: Formula, seed: number, catalogue = subject.mistakes): Observation[] {
  const random = randomFrom(seed);
  return shapes.map((shape, i) => {
    const { x, t, beta } = inputs(random, shape, i === 1 ? -1 : 1);
    return {
      args: subject.usesBeta ? [x, t, beta] : [x, t],
      expected: subject.right(x, t, beta),
      got: float32(student(x, t, beta)),
      mistakes: catalogue.map(({ id, family, of }) => ({ id, family, result: of(x, t, beta) })),
    };
  });
}

function float32({ shape, data }: Values): Values {
  return { shape, data: data.map(Math.fround) };
}
