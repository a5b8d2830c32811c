import type { Limits } from './limits';

/** A command that runs Node.js in a sandbox. */
export interface Launch {
  /** The command's program and arguments. Requests go to its stdin; replies come from its stdout, prints from its stderr. */
  readonly argv: readonly string[];
  /** Of the command; how much of it comes inside is the sandbox's to say. */
  readonly environment: NodeJS.ProcessEnv;
  /** Ends what killing the command does not end. */
  readonly kill?: () => void;
}

/** A way to run code that is not trusted. */
export interface Sandbox {
  /** As the record of a mark has it. */
  readonly name: string;
  /** Whether the very Node.js runs inside that runs here. */
  readonly hasThisNode: boolean;
  /**
   * A new process with these limits, in which descriptor 3 is what replies are written to.
   * @param runtime the folder that it needs, readable at `runtimeInside`
   * @param nodeArguments arguments of Node.js
   */
  launch(runtime: string, nodeArguments: readonly string[], limits: Limits): Launch;
  /** Where the runtime folder is found inside. */
  runtimeInside(runtime: string): string;
}

/** No sandbox works here; `tried` says what was tried and how it failed. */
export class NoSandbox extends Error {
  constructor(readonly tried: readonly string[]) {
    super(tried.join('\n'));
  }
}
