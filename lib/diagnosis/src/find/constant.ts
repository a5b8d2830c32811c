import type { Step } from './finding';

/** One number in every case, where the right ones differ: a constant was returned. Asks for three cases, as two may agree by chance. */
export const byConstant: Step = (observations) => {
  const numbers = new Set(observations.flatMap(({ got }) => got.data));
  const [number = NaN] = numbers;
  const differ = new Set(observations.flatMap(({ expected }) => expected.data)).size > 1;
  const isConstant = observations.length >= 3 && numbers.size === 1 && Number.isFinite(number) && differ;
  return isConstant ? { kind: 'same', ids: [], families: ['CONSTANT'] } : undefined;
};
