/** Something wrong in a notebook that its author should mend. */
export interface Problem {
  /** The file, relative to the course's folder. */
  readonly file: string;
  /** The cell's id, where one cell is to blame. */
  readonly cell?: string;
  /** The rule or command that found it. */
  readonly rule: string;
  readonly message: string;
}

/** One line for a terminal: file, cell, rule, message. */
export function printed({ file, cell, rule, message }: Problem): string {
  return `${file}${cell === undefined ? '' : `, cell ${cell}`} (${rule}): ${message}`;
}

/** Thrown where a command cannot go on; carries what the author should mend. */
export class CourseError extends Error {
  override readonly name = 'CourseError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(printed).join('\n'));
  }
}

/** Thrown when a command is called wrongly. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
