import type { LineName } from '../judge/item';
import type { Text } from '../language';

/** What an instructor decides about an assignment, from its YAML file. */
export interface Assignment {
  /** The exercises in it, in this order; all that were handed in if it is empty. */
  readonly exercises: ReadonlyMap<string, ExerciseRules>;
  readonly late: LateRules | undefined;
  /** Marks and comments by hand: by student, then by exercise. */
  readonly marks: ReadonlyMap<string, ReadonlyMap<string, Marks>>;
  /** Whether a written answer that was left empty has 0 points, and waits for nobody. */
  readonly unansweredIsZero: boolean;
  /** What a learning platform calls a student. */
  readonly students: ReadonlyMap<string, StudentIds>;
}

export interface ExerciseRules {
  /** Points by item: of the item as a whole, or by line. */
  readonly points: ReadonlyMap<string, number | ReadonlyMap<LineName, number>>;
  readonly written: ReadonlyMap<string, WrittenRules>;
  /** The header of its column in a gradebook. */
  readonly column: string | undefined;
  /** How many points it has in a gradebook; as many as here if undefined. */
  readonly outOf: number | undefined;
}

export interface WrittenRules {
  readonly points: number | undefined;
  readonly rubric: readonly Criterion[];
}

/** A part of a written answer, and what it is worth; less than nothing for what is taken off. */
export interface Criterion {
  readonly points: number;
  readonly text: Text;
}

export interface LateRules {
  readonly due: Date;
  readonly timeZone: string;
  /** So late counts as in time. */
  readonly graceMs: number;
  readonly percentPerDay: number;
  /** What the percent is of: the points that could be had, or those that were. */
  readonly of: 'maximum' | 'earned';
  /** The most that is taken off, in percent. */
  readonly atMost: number;
  /** What comes later has no points. */
  readonly cutOff: Date | undefined;
  /** Other due dates, by student. */
  readonly extensions: ReadonlyMap<string, Date>;
  /** When a student handed in, where the instructor knows better. */
  readonly submitted: ReadonlyMap<string, Date>;
}

/** Marks and comments of one student for one exercise. */
export interface Marks {
  readonly comment: string;
  readonly items: ReadonlyMap<string, ItemMark>;
}

export interface ItemMark {
  /** Replaces the points that were computed; undefined for a comment alone. */
  readonly points: number | undefined;
  /** What each criterion of the rubric was given, in its order; `points` is their sum. */
  readonly criteria?: readonly number[];
  readonly comment: string;
}

export interface StudentIds {
  readonly id: string | undefined;
  readonly sisId: string | undefined;
  readonly login: string | undefined;
  readonly email: string | undefined;
  readonly name: string | undefined;
}

/** An assignment of which nothing was said. */
export const plainAssignment: Assignment = {
  exercises: new Map(),
  late: undefined,
  marks: new Map(),
  unansweredIsZero: false,
  students: new Map(),
};
