/** A tensor outside any backend: numbers in row-major order and their shape; a scalar has shape `[]`. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What a function is called with: tensors first, then plain numbers such as beta. */
export type Argument = Values | number;

/** What one function returned for one case, beside the right answer and the answer of each named mistake. */
export interface Observation {
  readonly args: readonly Argument[];
  readonly expected: Values;
  readonly got: Values;
  readonly mistakes: readonly Variant[];
  /** What the right formula gives for other arguments, where that is another answer: see `variantsOf`. */
  readonly variants?: readonly Variant[];
}

/** A wrong answer with a name, and the family whose sentence explains it. */
export interface Variant {
  readonly id: string;
  readonly family: string;
  readonly result: Values;
}
