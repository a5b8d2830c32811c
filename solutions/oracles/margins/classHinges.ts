import { at } from '../classification/rows';
import { sum } from '../numbers';

/** A loss of one sample, from its class scores, its class and the margin. */
export type ClassHinge = (row: readonly number[], y: number, margin: number) => number;

/** s_j - s_y + margin of each other class, positive where it comes too near. */
export const lacks = (row: readonly number[], y: number, margin: number): number[] =>
  row.filter((_s, j) => j !== y).map((s) => s - at(row, y) + margin);

export const positive = (x: number): number => Math.max(0, x);

/** Every class that comes too near counts. */
export const westonWatkins: ClassHinge = (row, y, margin) => sum(lacks(row, y, margin).map(positive));

/** Only the one that comes nearest counts. */
export const crammerSinger: ClassHinge = (row, y, margin) => positive(Math.max(...lacks(row, y, margin)));

/** A label for each class: 1 for the true one, -1 for the others. */
export const signs = (row: readonly number[], y: number): number[] => row.map((_s, j) => (j === y ? 1 : -1));

/** The hinge of each class's score and its label. */
export const oneVsRest = (row: readonly number[], labels: readonly number[]): number[] =>
  row.map((s, j) => positive(1 - at(labels, j) * s));
