/** What a command gets: the course's folder, where to print, and its own arguments. */
export interface Context {
  readonly root: string;
  readonly print: (line: string) => void;
}

export interface Command {
  readonly name: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Returns the exit code; throws UsageError when called wrongly and CourseError when a notebook is to blame. */
  run(args: readonly string[], context: Context): number | Promise<number>;
}
