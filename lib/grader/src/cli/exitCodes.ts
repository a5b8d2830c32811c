/** Exit statuses: all graded; the grader itself failed for somebody; called wrongly; interrupted. */
export const exitCodes = { done: 0, failed: 1, wrongCall: 2, interrupted: 130 } as const;
