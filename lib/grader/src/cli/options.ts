import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { languageOf, type Language } from '../language';
import { defaultLimits, type Limits } from '../sandbox/limits';

/** What the instructor asked for. */
export interface Options {
  readonly submissions: string;
  readonly out: string;
  readonly exercises: readonly string[];
  /** Names of items or exercises: only these are graded, the rest stays as it was. */
  readonly only: readonly string[];
  readonly students: readonly string[];
  readonly dryRun: boolean;
  readonly assignment: string | undefined;
  /** Files with marks, to be written into the assignment's. */
  readonly marks: readonly string[];
  readonly canvas: string | undefined;
  readonly moodle: string | undefined;
  readonly nbgrader: boolean;
  readonly gradescope: boolean;
  readonly seedFile: string | undefined;
  /** The file with the key that signs records. */
  readonly keyFile: string | undefined;
  /** Marks are made of what is stored; nothing is run. */
  readonly regrade: boolean;
  /** What arrives later is graded too. */
  readonly watch: boolean;
  /** The address of the Redis over which other machines run the submissions. */
  readonly queue: string | undefined;
  readonly jobs: number;
  readonly limits: Limits;
  readonly language: Language;
  readonly unsafe: boolean;
}

/** The command was called wrongly; `word` is the word that is wrong. */
export class WrongCall extends Error {
  constructor(
    readonly kind: 'no-submissions' | 'no-out' | 'strange' | 'number' | 'language',
    readonly word = '',
  ) {
    super(kind);
  }
}

const known = {
  out: { type: 'string' },
  exercise: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  student: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean' },
  assignment: { type: 'string' },
  marks: { type: 'string', multiple: true },
  canvas: { type: 'string' },
  moodle: { type: 'string' },
  nbgrader: { type: 'boolean' },
  gradescope: { type: 'boolean' },
  seed: { type: 'string' },
  key: { type: 'string' },
  regrade: { type: 'boolean' },
  watch: { type: 'boolean' },
  queue: { type: 'string' },
  jobs: { type: 'string' },
  cpu: { type: 'string' },
  wall: { type: 'string' },
  memory: { type: 'string' },
  language: { type: 'string' },
  'unsafe-no-sandbox': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the command line.
 * @returns undefined if help is asked for
 * @throws WrongCall
 */
export function readOptions(args: readonly string[], locale: string | undefined): Options | undefined {
  const { values, positionals } = parse(args);
  if (values.help === true) return undefined;
  const [submissions, ...more] = positionals;
  if (submissions === undefined) throw new WrongCall('no-submissions');
  if (more.length > 0) throw new WrongCall('strange', more.join(' '));
  if (values.out === undefined) throw new WrongCall('no-out');
  const { language } = values;
  if (language !== undefined && language !== 'pt' && language !== 'es') throw new WrongCall('language');
  const cpuSeconds = positive('--cpu', values.cpu, defaultLimits.cpuSeconds);
  return {
    submissions,
    out: values.out,
    exercises: values.exercise ?? [],
    only: values.only ?? [],
    students: values.student ?? [],
    dryRun: values['dry-run'] === true,
    assignment: values.assignment,
    marks: values.marks ?? [],
    canvas: values.canvas,
    moodle: values.moodle,
    nbgrader: values.nbgrader === true,
    gradescope: values.gradescope === true,
    seedFile: values.seed,
    keyFile: values.key,
    regrade: values.regrade === true,
    watch: values.watch === true,
    queue: values.queue,
    jobs: Math.ceil(positive('--jobs', values.jobs, availableParallelism())),
    limits: {
      ...defaultLimits,
      cpuSeconds,
      wallSeconds: positive('--wall', values.wall, Math.max(defaultLimits.wallSeconds, 3 * cpuSeconds)),
      memoryBytes: positive('--memory', values.memory, defaultLimits.memoryBytes / 2 ** 20) * 2 ** 20,
    },
    language: language ?? languageOf(locale),
    unsafe: values['unsafe-no-sandbox'] === true,
  };
}

function parse(
  args: readonly string[],
): ReturnType<typeof parseArgs<{ options: typeof known; allowPositionals: true }>> {
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals: true });
  } catch (error) {
    // Node.js quotes the word that it does not understand.
    const message = error instanceof Error ? error.message : '';
    throw new WrongCall('strange', /'([^']+)'/.exec(message)?.[1]);
  }
}

function positive(option: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new WrongCall('number', option);
  return value;
}
