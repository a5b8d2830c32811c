/** A tensor in float64: numbers in row-major order and their shape; a scalar has shape `[]`. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** What a student's function is called with: tensors first, then plain numbers such as beta. */
export type Argument = Values | number;

export type Reference = (...args: Argument[]) => Values;

/** A wrong function that students write, with the family whose sentence explains it. */
export interface Mistake {
  readonly id: string;
  readonly family: string;
  readonly of: Reference;
}

/** One function that the student writes. */
export interface FunctionOracle {
  readonly name: string;
  readonly line: 'value' | 'gradient';
  readonly reference: Reference;
  readonly mistakes: readonly Mistake[];
  /** Mistakes that only extreme cases show. */
  readonly extremeMistakes?: readonly Mistake[];
}

/** Points of an item by line; shape, stability and leak count only where the value holds. */
export interface Points {
  readonly value: number;
  readonly gradient?: number;
  readonly shape?: number;
  readonly stability?: number;
  readonly leak?: number;
}

export interface Item {
  /** The grade_id of the answer cell; its test cell is `<id>-check`. */
  readonly id: string;
  readonly title: { readonly pt: string; readonly es: string };
  readonly functions: readonly FunctionOracle[];
  readonly points: Points;
  /** Cases that a student may see; `check()` uses them. */
  readonly publicCases: readonly (readonly Argument[])[];
  /** Cases that only the grader sees, drawn anew for each student. `random()` is uniform in [0, 1). */
  secretCases(random: () => number): readonly (readonly Argument[])[];
  /** Extreme cases of the stability line: the answer must be right there too, and finite. */
  readonly extremeCases: readonly (readonly Argument[])[];
}

export interface Oracle {
  readonly exercise: string;
  /**
   * Names that may not be used: `lossbook.losses` for all that the library computes, `lossbook.<name>` for one loss, `tf.losses` and
   * `tf.metrics` for TensorFlow.js's, `tf.<name>` for one of its operations that has to be written, such as `tf.softmax`.
   */
  readonly forbidden: readonly string[];
  readonly items: readonly Item[];
}
