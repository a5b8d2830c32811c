import type { Argument, Item } from '../../../../solutions/oracles/format';
import type { WireArgument } from '../sandbox/requests';

/** The cases on which an item's functions are tried, in the order in which they are sent. */
export interface Cases {
  /** Public, then secret. */
  readonly ordinary: readonly (readonly Argument[])[];
  readonly extreme: readonly (readonly Argument[])[];
  /** So many of the ordinary ones are public. */
  readonly publicCount: number;
}

/** @param random draws the secret cases of one student */
export function casesOf(item: Item, random: () => number): Cases {
  return {
    ordinary: [...item.publicCases, ...item.secretCases(random)].map(rounded),
    extreme: item.extremeCases.map(rounded),
    publicCount: item.publicCases.length,
  };
}

/** A case as it is sent into the sandbox. */
export function toWire(args: readonly Argument[]): WireArgument[] {
  return args.map((argument) => {
    if (typeof argument === 'number') return argument;
    const bytes = Buffer.alloc(4 * argument.data.length);
    argument.data.forEach((value, i) => bytes.writeFloatLE(value, 4 * i));
    return { shape: argument.shape, data: bytes.toString('base64') };
  });
}

/** The student computes with float32 tensors: the reference takes the very same numbers. */
function rounded(args: readonly Argument[]): Argument[] {
  return args.map((argument) =>
    typeof argument === 'number' ? argument : { shape: argument.shape, data: argument.data.map(Math.fround) },
  );
}
