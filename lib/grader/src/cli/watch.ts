import { createHash } from 'node:crypto';
import { nextChange, stateOf } from '../batch/changes';
import type { Submission } from '../read/submissions';
import { assignmentPath } from './assignmentFile';
import type { Intake } from './intake';
import type { Options } from './options';
import { Refusal } from './refusal';
import { sayWatching } from './runWords';

/**
 * Grades what arrives or changes, until Ctrl-C. When the assignment's file changes, all marks are made again; what students
 * answered is kept, so nothing runs for that.
 */
export async function watch(
  options: Options,
  first: Intake,
  read: () => Promise<Intake>,
  grade: (intake: Intake) => Promise<unknown>,
): Promise<never> {
  const { submissions, out, language } = options;
  const assignment = assignmentPath(options);
  const paths = [submissions, ...(assignment === undefined ? [] : [assignment])];
  let state = stateOf(paths, out);
  let seen = await fingerprints(first);
  for (;;) {
    console.error(sayWatching(submissions)[language]);
    state = await nextChange(paths, out, state);
    try {
      const intake = await read();
      const now = await fingerprints(intake);
      const changed = intake.selected.submissions.filter((one) => now.get(nameOf(one)) !== seen.get(nameOf(one)));
      const isGone = [...seen.keys()].some((name) => !now.has(name));
      seen = now;
      if (changed.length === 0 && !isGone) continue;
      const selected = { ...intake.selected, submissions: changed, isPart: true };
      await grade({ ...intake, selected });
    } catch (error) {
      // Half a YAML file, or a folder that is empty for a moment: the instructor is told and goes on.
      if (!(error instanceof Refusal)) throw error;
      console.error(error.text[language]);
    }
  }
}

/** What of each submission a mark depends on: its file, and what the instructor decided. */
async function fingerprints({ selected, assignment }: Intake): Promise<Map<string, string>> {
  const rules = JSON.stringify(assignment, (_, value: unknown) => (value instanceof Map ? [...value] : value));
  const found = new Map<string, string>();
  for (const submission of selected.submissions) {
    const bytes = (await submission.file?.read().catch(() => 'broken')) ?? 'missing';
    const time = submission.time?.at.toISOString() ?? '';
    found.set(nameOf(submission), createHash('sha256').update(bytes).update(time).update(rules).digest('hex'));
  }
  return found;
}

function nameOf({ student, exercise }: Submission): string {
  return `${student}\0${exercise}`;
}
