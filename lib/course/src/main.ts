import { resolve } from 'node:path';
import { types } from 'node:util';
import { check } from './commands/check';
import type { Command, Context } from './commands/command';
import { overview } from './commands/overview';
import { progress } from './commands/progress';
import { release } from './commands/release';
import { run } from './commands/run';
import { sync } from './commands/sync';
import { watch } from './commands/watch';
import { CourseError, UsageError } from './notebook/problem';

const commands: readonly Command[] = [sync, release, run, overview, check, watch, progress];

const help = `npm run course -- COMMAND [NAMES…] [--root FOLDER]

  sync      brings the two languages into step
  release   makes the exercises from the masters
  run       runs the lessons and stores their outputs
  overview  makes the index of the lessons
  check     fails if a notebook breaks a rule of the course
  watch     checks a student's exercise at each save
  progress  which items of a student's exercises are right

NAMES limit a command to some lessons: 01-regression, or 01. COMMAND --help says more. --root: another course's folder.`;

/**
 * The command line of the course's tools.
 *
 * @returns 0, 1 when something is wrong with a notebook, 2 when called wrongly.
 */
export async function main(
  argv: readonly string[],
  { root, print, complain }: Context & { readonly complain: (line: string) => void },
): Promise<number> {
  const [name, ...rest] = argv;
  if (name === undefined || name === '--help') {
    print(help);
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    complain(`there is no command ${name}\n\n${help}`);
    return 2;
  }
  if (rest.includes('--help')) {
    print(command.help);
    return 0;
  }
  try {
    const { folder, args } = rootOption(rest, root);
    return await command.run(args, { root: folder, print });
  } catch (error) {
    if (error instanceof CourseError) {
      complain(error.message);
      return 1;
    }
    if (!isUsageError(error)) throw error;
    complain(`${error.message}\n\n${command.help}`);
    return 2;
  }
}

function rootOption(args: readonly string[], root: string): { folder: string; args: string[] } {
  const at = args.indexOf('--root');
  if (at === -1) return { folder: root, args: [...args] };
  const folder = args[at + 1];
  if (folder === undefined) throw new UsageError('--root needs a folder');
  return { folder: resolve(folder), args: [...args.slice(0, at), ...args.slice(at + 2)] };
}

/** Ours, or one of Node's `parseArgs`. */
function isUsageError(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return types.isNativeError(error) && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}
