import type { Observation } from './values';

/** Whether a function is still the exercise's stub: it returns nothing but NaN in every case, where a number is expected. */
export function isUntouched(observations: readonly Pick<Observation, 'got' | 'expected'>[]): boolean {
  return (
    observations.every(({ got }) => got.data.length > 0 && got.data.every(Number.isNaN)) &&
    observations.some(({ expected }) => !expected.data.every(Number.isNaN))
  );
}
