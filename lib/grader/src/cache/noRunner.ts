import type { Runner } from '../run/runner';

/** A submission would have to be run, and must not be. */
export class NotRun extends Error {}

/** Runs nothing, for marks that are made of stored runs alone. */
export const noRunner: Runner = {
  capacity: 1,
  run: () => Promise.reject(new NotRun('not run yet')),
  close: () => Promise.resolve(),
};
