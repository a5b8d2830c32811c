/**
 * How the mistake was found: by its zeros, one number everywhere, its shape, its NaNs, the elements that fail, a factor, an offset, a function or an
 * order of the right numbers, a bound that large arguments show, other arguments, a named mistake, or not.
 */
export type Kind =
  | 'zero'
  | 'same'
  | 'shape'
  | 'nan'
  | 'region'
  | 'factor'
  | 'constant'
  | 'relation'
  | 'limit'
  | 'variant'
  | 'mistake'
  | 'wrong';

export interface Right {
  readonly right: true;
}

export interface Wrong {
  readonly right: false;
  readonly kind: Kind;
  /** Ids of the named mistakes that fit every case; empty when none does. */
  readonly ids: readonly string[];
  /** Families of the mistake, the likeliest first; empty when nothing is known but that the answer is wrong. */
  readonly families: readonly string[];
  /** Index of the smallest case that shows the mistake. */
  readonly case: number;
  /** Flat index of the first wrong element in that case, when the answer has elements. */
  readonly at?: number;
  /** What to tell the student: the case, their number, a question. Never the right answer. */
  readonly sentence: Sentence;
}

export type Verdict = Right | Wrong;

/** The same words in Portuguese (pt-BR) and Spanish. */
export interface Sentence {
  readonly pt: string;
  readonly es: string;
}

/** What `judge` may know of the function beside its numbers. */
export interface Context {
  readonly line: 'value' | 'gradient';
  /** True when the value that this gradient belongs to is right: the sentence then begins with that good news. */
  readonly valueIsRight?: boolean;
  /** True for extreme cases: only there an answer that ordinary cases show to be right can be bounded. */
  readonly isExtreme?: boolean;
}
