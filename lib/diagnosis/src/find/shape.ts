import { close, sameShape } from '../close';
import { tensorsOf } from '../elements';
import { shapeHints } from '../sentence/shapes';
import type { Step } from './finding';

/** A wrong shape: nothing else can be compared before it is mended. */
export const byShape: Step = (observations) => {
  const wrong = observations.find(({ got, expected }) => !sameShape(got, expected));
  if (wrong === undefined) return undefined;
  const { got, expected } = wrong;
  // An argument that is a table itself may only not have been reduced.
  const isOwn = tensorsOf(wrong).some((argument) => sameShape(argument, got));
  const isTable = got.shape.length === 2 && expected.shape.length < 2 && got.shape[0] === got.shape[1] && !isOwn;
  const numbersAreRight =
    got.data.length === expected.data.length && close({ shape: expected.shape, data: got.data }, expected);
  const hint = numbersAreRight
    ? shapeHints.reshape
    : expected.shape.length === 0
      ? shapeHints.reduce
      : got.shape.length === 0
        ? shapeHints.keep
        : shapeHints.other;
  return isTable && (got.shape[0] ?? 0) > 1
    ? { kind: 'shape', ids: [], families: ['BROADCAST'] }
    : { kind: 'shape', ids: [], families: ['SHAPE'], hint };
};
