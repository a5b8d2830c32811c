import { join } from 'node:path';
import type { Assignment } from '../assignment/assignment';
import type { Language } from '../language';
import { writtenIn } from '../read/plan';
import type { CourseTexts } from '../report/courseTexts';
import { modelAnswersIn } from '../report/marking/modelAnswers';
import { releasedIn, type Course } from './exercises';
import type { Oracles } from './oracles';

/** The words of a course and an assignment in one language, read when they are asked for. */
export function courseTextsOf(
  course: Course,
  oracles: Oracles,
  { exercises }: Assignment,
  language: Language,
): CourseTexts {
  const questions = new Map<string, ReadonlyMap<string, string>>();
  const questionsOf = (exercise: string): ReadonlyMap<string, string> => {
    const written = writtenIn(releasedIn(course, exercise)[language]);
    return new Map(written.map(({ id, question }) => [id, question]));
  };
  return {
    itemTitle(exercise, item) {
      if (!oracles.names.includes(exercise)) return undefined;
      return oracles.load(exercise).items.find(({ id }) => id === item)?.title[language];
    },
    question(exercise, written) {
      const known = questions.get(exercise) ?? questionsOf(exercise);
      questions.set(exercise, known);
      return known.get(written);
    },
    modelAnswer: modelAnswersIn(join(course.root, 'solutions'), language),
    rubric: (exercise, written) =>
      exercises
        .get(exercise)
        ?.written.get(written)
        ?.rubric.map(({ text }) => text[language]),
  };
}
