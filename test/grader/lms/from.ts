import type { ResultSubmitted } from '../../../lib/grader/src/report/result';

/** What is known of a submission that came in a platform's zip. */
export const from = (system: 'moodle' | 'canvas', id: string, name = ''): ResultSubmitted => ({
  file: 'f',
  at: null,
  from: null,
  platform_says_late: null,
  platform: { system, id, name },
  earlier: [],
});
