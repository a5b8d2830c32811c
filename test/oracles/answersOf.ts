import type { Argument, FunctionOracle, Oracle } from '../../solutions/oracles/format';

/** What asks an oracle for the answers to its functions, by their names. */
export interface Answers {
  /** @throws Error when the oracle has no function of that name */
  find: (name: string) => FunctionOracle;
  /** The numbers of the right answer, or of a mistake's. */
  numbersOf: (name: string, id: string, ...args: Argument[]) => readonly number[];
  /** The first of these numbers. */
  numberOf: (name: string, id: string, ...args: Argument[]) => number;
}

/**
 * @example
 * const { numberOf } = answersOf(oracle);
 * numberOf('mse', 'right', vector(1, 2), vector(0, 0)); // 2.5
 * numberOf('mse', 'mse-1', vector(1, 2), vector(0, 0)); // of a mistake
 */
export function answersOf(oracle: Oracle): Answers {
  const functions = oracle.items.flatMap((item) => item.functions);

  const find: Answers['find'] = (name) => {
    const found = functions.find((f) => f.name === name);
    if (found === undefined) throw new Error(`no function ${name}`);
    return found;
  };

  const numbersOf: Answers['numbersOf'] = (name, id, ...args) => {
    const { reference, mistakes } = find(name);
    const of = id === 'right' ? reference : mistakes.find((one) => one.id === id)?.of;
    if (of === undefined) throw new Error(`no mistake ${id}`);
    return of(...args).data;
  };

  return { find, numbersOf, numberOf: (name, id, ...args) => numbersOf(name, id, ...args)[0] ?? NaN };
}
