import type { Exercise } from '../gradeSubmission';
import { identify } from '../read/identify';
import { BrokenNotebook, readNotebook, type Cell, type Notebook } from '../read/notebook';
import type { Submission } from '../read/submissions';
import { similarPairs, type Program, type SimilarPair } from './compare';

/** Two submissions of an exercise that have much in common: a hint for a human, and no proof. */
export interface SimilarSubmissions extends SimilarPair {
  readonly exercise: string;
}

/**
 * Lists the submissions of each exercise that are alike in the code that students wrote. No code is run.
 * @param releasedOf the exercise as it was handed out, whose code counts for nobody
 */
export async function similarSubmissions(
  submissions: readonly Submission[],
  releasedOf: (exercise: string) => Promise<Exercise['released']>,
): Promise<SimilarSubmissions[]> {
  const found: SimilarSubmissions[] = [];
  for (const exercise of [...new Set(submissions.map((one) => one.exercise))].sort()) {
    const released = await releasedOf(exercise);
    const programs: Program[] = [];
    for (const submission of submissions.filter((one) => one.exercise === exercise)) {
      programs.push(...(await programIn(submission, released)));
    }
    const starter = [released.pt, released.es].flatMap((notebook) => (notebook?.cells ?? []).filter(isCode));
    const pairs = similarPairs(
      programs,
      starter.map(({ source }) => source),
    );
    found.push(...pairs.map((pair) => ({ exercise, ...pair })));
  }
  return found;
}

/** What cannot be read is somebody else's message. */
async function programIn({ student, file }: Submission, released: Exercise['released']): Promise<Program[]> {
  if (file === undefined) return [];
  let notebook: Notebook;
  try {
    notebook = readNotebook(await file.read(), released);
  } catch (error) {
    if (error instanceof BrokenNotebook) return [];
    throw error;
  }
  const original = released[notebook.language] ?? released.pt ?? released.es;
  const own = identify(notebook.cells, original, []).filter(
    (cell) => isCode(cell) && cell.nbgrader?.grade !== true && cell.nbgrader?.locked !== true,
  );
  return [{ student, cells: own.map(({ number, source }) => ({ number, source })) }];
}

function isCode({ kind }: Cell): boolean {
  return kind === 'code';
}
