import type { Argument, Values, Variant } from './values';

/**
 * `exercises/checks/NN-name.json`: the public cases of an exercise with the right numbers and each mistake's numbers, so that
 * `check()` needs no oracle. In JSON the numbers NaN, Infinity and -Infinity are the strings of those names.
 */
export interface CheckFile {
  readonly version: 1;
  readonly exercise: string;
  readonly items: Readonly<Record<string, CheckItem>>;
}

export interface CheckItem {
  readonly title: { readonly pt: string; readonly es: string };
  /** The functions of the item in the order in which a student should mend them. */
  readonly functions: readonly CheckFunction[];
}

export interface CheckFunction {
  readonly name: string;
  readonly line: 'value' | 'gradient';
  readonly cases: readonly CheckCase[];
}

export interface CheckCase {
  readonly args: readonly Argument[];
  readonly expected: Values;
  readonly mistakes: readonly Variant[];
  readonly variants?: readonly Variant[];
}
