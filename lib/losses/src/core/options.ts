import type { Reduction } from './reduction';
import { reductions } from './reduction';

/** The option that every loss has. */
export interface LossOptions<R extends string = Reduction> {
  /** `'none'` keeps the loss of each element; `'mean'` (default) and `'sum'` give a scalar. */
  reduction?: R | undefined;
}

/**
 * Completes a loss's options.
 *
 * @param loss the loss's name, for the error
 * @param defaults every option that the loss has beside `reduction`, which is `'mean'`
 * @param allowed the loss's reductions
 * @throws TypeError when an option is unknown, RangeError when the reduction is
 */
export function withDefaults<
  R extends string,
  Options extends LossOptions<R>,
  Defaults extends Required<Omit<Options, 'reduction'>>,
>(
  loss: string,
  options: Options & LossOptions<R>,
  defaults: Defaults,
  allowed: readonly string[] = reductions,
): Complete<Options, Defaults> & { reduction: R } {
  const complete = completed(loss, options, { ...defaults, reduction: 'mean' });
  if (!allowed.includes(complete.reduction)) {
    throw new RangeError(`${loss}: reduction must be ${allowed.join(', ')}, got '${complete.reduction}'`);
  }
  return complete as Complete<Options, Defaults> & { reduction: R };
}

/**
 * Completes the options of a function that has no reduction.
 *
 * @param name the function's name, for the error
 * @param defaults every option that it has
 * @throws TypeError when an option is unknown, or is not of its default's type: where that is a number or a Boolean
 */
export function completed<Options extends object, Defaults extends object>(
  name: string,
  options: Options,
  defaults: Defaults,
): Complete<Options, Defaults> {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    const example = Object.keys(defaults).at(-1) ?? '';
    throw new TypeError(`${name}: options go in an object such as {${example}: …}, got ${shown(given)}`);
  }
  const complete = { ...defaults } as Record<string, unknown>;
  for (const [option, value] of Object.entries(options)) {
    if (!Object.hasOwn(complete, option)) {
      throw new TypeError(`${name}: there is no option '${option}'; there is ${Object.keys(complete).join(', ')}`);
    }
    const type = typeof complete[option];
    if ((type === 'number' || type === 'boolean') && value !== undefined && value !== null && typeof value !== type) {
      throw new TypeError(`${name}: ${option} must be a ${type}, got ${shown(value)}`);
    }
    complete[option] = value ?? complete[option];
  }
  return complete as Complete<Options, Defaults>;
}

/** A word with quotes, so that '1' is told from 1; of an object only its type. */
function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return 'an array';
  return value === null || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : `a value of type ${typeof value}`;
}

/** An option is what was given, or else its default, which alone may be `undefined`. */
type Complete<Options, Defaults> = {
  [Name in keyof Defaults]: Defaults[Name] | NonNullable<Name extends keyof Options ? Options[Name] : never>;
};
