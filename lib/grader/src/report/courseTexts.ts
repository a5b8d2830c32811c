/**
 * What the instructor's pages take from the course, in the instructor's language: a result has such words in the student's.
 * Each is undefined where the course has none.
 */
export interface CourseTexts {
  itemTitle(exercise: string, item: string): string | undefined;
  /** The question of a written answer. */
  question(exercise: string, written: string): string | undefined;
  /** The model answer of a written question, with the criteria by which it is marked. */
  modelAnswer(exercise: string, written: string): string | undefined;
  /** The criteria that the assignment's file has for a written answer. */
  rubric(exercise: string, written: string): readonly string[] | undefined;
}

/** Where nothing is known of the course. */
export const noCourseTexts: CourseTexts = {
  itemTitle: () => undefined,
  question: () => undefined,
  modelAnswer: () => undefined,
  rubric: () => undefined,
};
