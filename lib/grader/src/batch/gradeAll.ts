import { gradeSubmission, type Exercise, type Graded, type Means } from '../gradeSubmission';
import type { Submission } from '../read/submissions';

/** What happened to one submission: a verdict, or a failure of the grader itself. */
export type Done =
  | { readonly submission: Submission; readonly graded: Graded }
  | { readonly submission: Submission; readonly failed: Error };

/**
 * Grades submissions, so many at a time. What goes wrong with one touches no other.
 * @param onDone told of each as it is finished
 */
export async function gradeAll(
  submissions: readonly Submission[],
  exerciseOf: (name: string) => Promise<Exercise>,
  means: Means,
  atATime: number,
  onDone: (done: Done) => void | Promise<void>,
): Promise<void> {
  const waiting = [...submissions];
  const work = async (): Promise<void> => {
    for (let submission = waiting.shift(); submission !== undefined; submission = waiting.shift()) {
      await onDone(await gradeOne(submission, exerciseOf, means));
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

async function gradeOne(
  submission: Submission,
  exerciseOf: (name: string) => Promise<Exercise>,
  means: Means,
): Promise<Done> {
  try {
    return { submission, graded: await gradeSubmission(submission, await exerciseOf(submission.exercise), means) };
  } catch (error) {
    return { submission, failed: error instanceof Error ? error : new Error(String(error)) };
  }
}
