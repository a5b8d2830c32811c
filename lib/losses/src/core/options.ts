import type { Reduction } from './reduction';
import { reductions } from './reduction';

/** The option that every loss has. */
export interface LossOptions<R extends Reduction = Reduction> {
  /** `'none'` keeps the loss of each element; `'mean'` (default) and `'sum'` give a scalar. */
  reduction?: R | undefined;
}

/**
 * Completes a loss's options.
 *
 * @param loss the loss's name, for the error
 * @param defaults every option that the loss has beside `reduction`, which is `'mean'`
 * @throws TypeError when an option is unknown, RangeError when the reduction is
 */
export function withDefaults<
  R extends Reduction,
  Options extends LossOptions<R>,
  Defaults extends Required<Omit<Options, 'reduction'>>,
>(loss: string, options: Options & LossOptions<R>, defaults: Defaults): Complete<Options, Defaults> & { reduction: R } {
  const given: unknown = options;
  if (typeof given !== 'object' || given === null) {
    throw new TypeError(`${loss}: options go in an object such as {reduction: 'sum'}, got '${String(given)}'`);
  }
  const complete: Record<string, unknown> = { ...defaults, reduction: 'mean' };
  for (const [name, value] of Object.entries(options)) {
    if (!Object.hasOwn(complete, name)) {
      throw new TypeError(`${loss}: there is no option '${name}'; there is ${Object.keys(complete).join(', ')}`);
    }
    complete[name] = value ?? complete[name];
  }
  if (!reductions.includes(complete.reduction as Reduction)) {
    throw new RangeError(`${loss}: reduction must be ${reductions.join(', ')}, got '${String(complete.reduction)}'`);
  }
  return complete as Complete<Options, Defaults> & { reduction: R };
}

/** An option is what was given, or else its default, which alone may be `undefined`. */
type Complete<Options, Defaults> = {
  [Name in keyof Defaults]: Defaults[Name] | NonNullable<Name extends keyof Options ? Options[Name] : never>;
};
