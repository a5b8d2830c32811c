import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Course } from '../batch/exercises';
import { Refusal } from '../cli/refusal';
import { sandboxFor } from '../cli/sandboxFor';
import { languageOf, type Language, type Text } from '../language';
import { LocalRunner } from '../run/localRunner';
import { queueVersion } from './queueName';
import { work } from './worker';
import * as words from './words';

interface WorkerOptions {
  readonly address: string;
  readonly jobs: number;
  readonly unsafe: boolean;
  readonly language: Language;
}

/** Runs `npm run grade -- worker` and returns its exit status: 0 when it was told to stop, 2 when it was called wrongly. */
export async function workerMain(args: readonly string[], { root, cache }: Course): Promise<number> {
  let language = languageOf(process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG);
  try {
    const options = readOptions(args, language);
    if (options === undefined) {
      console.log(words.usage[language]);
      return 0;
    }
    ({ language } = options);
    const { address, jobs, unsafe } = options;
    const runner = new LocalRunner({ root, cache, sandbox: sandboxFor(options, root), jobs });
    await work({ address, version: queueVersion(root, !unsafe), jobs, runner, language });
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.text[language]);
    return 2;
  }
}

/**
 * @returns undefined if help is asked for
 * @throws Refusal
 */
function readOptions(args: readonly string[], otherwise: Language): WorkerOptions | undefined {
  const values = parse(args);
  if (values.help === true) return undefined;
  const { queue: address, language = otherwise } = values;
  const jobs = Number(values.jobs ?? availableParallelism());
  const isRight = address !== undefined && Number.isInteger(jobs) && jobs > 0;
  if (!isRight || (language !== 'pt' && language !== 'es')) throw new Refusal(words.usage);
  return { address, jobs, language, unsafe: values['unsafe-no-sandbox'] === true };
}

const known = {
  queue: { type: 'string' },
  jobs: { type: 'string' },
  language: { type: 'string' },
  'unsafe-no-sandbox': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof known }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: known }).values;
  } catch (error) {
    // Node.js says in English which word it does not understand.
    const why = error instanceof Error ? error.message : '';
    const withWhy = (usage: string): string => `${why}\n\n${usage}`;
    throw new Refusal({ pt: withWhy(words.usage.pt), es: withWhy(words.usage.es) } satisfies Text);
  }
}
