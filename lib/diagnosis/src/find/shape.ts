import { close, sameShape } from '../close';
import { tensorsOf } from '../elements';
import { shapeHints } from '../sentence/shapes';
import type { Observation } from '../values';
import type { Step } from './finding';

/** As many rows as columns, as of every pair; an argument that is such a table itself may only not have been reduced. */
function isTable(observation: Observation): boolean {
  const { got, expected } = observation;
  const [rows = 0, columns] = got.shape;
  const isOwn = tensorsOf(observation).some((argument) => sameShape(argument, got));
  return got.shape.length === 2 && expected.shape.length < 2 && rows === columns && !isOwn;
}

/** A wrong shape: nothing else can be compared before it is mended. */
export const byShape: Step = (observations) => {
  const wrong = observations.find(({ got, expected }) => !sameShape(got, expected));
  if (wrong === undefined) return undefined;
  const { got, expected } = wrong;
  const numbersAreRight =
    got.data.length === expected.data.length && close({ shape: expected.shape, data: got.data }, expected);
  const hint = numbersAreRight
    ? shapeHints.reshape
    : expected.shape.length === 0
      ? shapeHints.reduce
      : got.shape.length === 0
        ? shapeHints.keep
        : shapeHints.other;
  const isWider = observations.some(({ got: { shape } }) => shape.length === 2 && (shape[0] ?? 0) > 1);
  return isWider && observations.every((one) => sameShape(one.got, one.expected) || isTable(one))
    ? { kind: 'shape', ids: [], families: ['BROADCAST'] }
    : { kind: 'shape', ids: [], families: ['SHAPE'], hint };
};
