import { close, sameShape } from '../close';
import { tensorsOf } from '../elements';
import type { Step } from './finding';

/** An argument as it came, in every case, where its shape is the one asked for and it has enough numbers to tell. */
export const byArgument: Step = (observations) => {
  const [first] = observations;
  const places = (first === undefined ? [] : tensorsOf(first)).keys();
  const isReturned = [...places].some((place) =>
    observations.every((one) => {
      const argument = tensorsOf(one)[place];
      return argument !== undefined && sameShape(one.expected, argument) && close(one.got, argument);
    }),
  );
  const tells = observations.some(({ got }) => new Set(got.data).size > 2);
  return isReturned && tells ? { kind: 'relation', ids: [], families: ['SAME'] } : undefined;
};
