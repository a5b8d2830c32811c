import type { HandedIn, Refused } from './handedIn';
import { splitName } from './hostileNames';
import { listIntake } from './intake';
import { exerciseNamed, ownerOf, type NamedExercise, type Platform } from './layout';
import { exerciseWithin } from './recognise';
import { parseTimestamp } from './timestamp';

/** What a student handed in for one exercise; without a file it is missing. */
export interface Submission {
  readonly student: string;
  readonly exercise: string;
  readonly file: HandedIn | undefined;
  readonly platform: Platform | undefined;
  /** When it was handed in, if that is known, and how. */
  readonly time: HandInTime | undefined;
  /** Files that were handed in earlier, which do not count. */
  readonly earlier: readonly string[];
}

export interface HandInTime {
  readonly at: Date;
  /** A platform's own list, nbgrader's timestamp.txt, or, for want of better, when the file was last written. */
  readonly from: 'platform' | 'timestamp' | 'file';
}

/** What lies in what the instructor named. */
export interface Found {
  readonly students: readonly string[];
  readonly submissions: readonly Submission[];
  /** Paths that are no submission: they are named to the instructor and left alone. */
  readonly skipped: readonly string[];
  /** What is hostile. */
  readonly refused: readonly Refused[];
}

interface Candidate extends NamedExercise {
  readonly student: string;
  readonly file: HandedIn;
  readonly platform: Platform | undefined;
  readonly time: HandInTime | undefined;
}

/** So many notebooks of unknown names are looked into for each student. */
const mostUnknown = 5;

/**
 * Finds who handed in what, in a folder or a zip: `<student>/<exercise>.ipynb`, nbgrader's `submitted/` tree, or what Moodle and
 * Canvas let download. Each student gets a submission of each exercise that anybody handed in, or of those asked for.
 * Of several files the latest counts.
 * @param known the exercises that can be graded
 * @param asked the exercises to grade whoever handed them in; all that are found if empty
 * @param ignore names that are no students, such as the folder for the results
 */
export async function findSubmissions(
  source: string,
  known: readonly string[],
  asked: readonly string[] = [],
  ignore: readonly string[] = [],
): Promise<Found> {
  const { files, folders, refused, others } = await listIntake(source, ignore);
  const skipped = [...others];
  const students = new Set([...folders.flatMap((path) => studentOf(path)), ...refused.flatMap((one) => senderOf(one))]);
  const timestamps = await readTimestamps(files);
  const candidates: Candidate[] = [];
  const unknown: HandedIn[] = [];
  for (const file of files) {
    if (isTimestamp(file)) continue;
    const owner = ownerOf(file.path);
    if (owner !== undefined) students.add(owner.student);
    const named = owner === undefined ? undefined : exerciseNamed(owner.name, known);
    if (owner === undefined || named === undefined) unknown.push(file);
    else candidates.push({ ...named, ...owner, file, time: timeOf(file, owner.platform, timestamps) });
  }
  for (const file of unknown) {
    const found = await recognised(file, known, candidates);
    if (found === undefined) skipped.push(file.path.join('/'));
    else candidates.push({ ...found, time: timeOf(file, found.platform, timestamps) });
  }
  const exercises = asked.length > 0 ? asked : [...new Set(candidates.map(({ exercise }) => exercise))];
  const sorted = [...students].sort(byCodePoint);
  const submissions = sorted.flatMap((student) =>
    [...exercises].sort(byCodePoint).map((exercise) => {
      const own = candidates.filter((one) => one.student === student && one.exercise === exercise).sort(latestFirst);
      return submission(student, exercise, own);
    }),
  );
  return { students: sorted, submissions, skipped, refused };
}

function submission(student: string, exercise: string, [latest, ...earlier]: readonly Candidate[]): Submission {
  return {
    student,
    exercise,
    file: latest?.file,
    platform: latest?.platform,
    time: latest?.time,
    earlier: earlier.map(({ file }) => file.path.join('/')),
  };
}

/** The students that a folder shows, even one with nothing in it. */
function studentOf(path: readonly string[]): string[] {
  const owner = ownerOf([...path, 'x']);
  return owner === undefined || (owner.platform === undefined && path.length > 1) ? [] : [owner.student];
}

/** Who handed in only what is refused is in the class too: missing, not forgotten. A spelling that clashes is nobody's. */
function senderOf({ path, reason }: Refused): string[] {
  if (reason === 'absolute' || reason === 'clash') return [];
  const owner = ownerOf(path.split(/[\\/]/).filter((part) => part !== ''));
  return owner === undefined || typeof splitName(owner.student) === 'string' ? [] : [owner.student];
}

/** JupyterLab's copies last; then by time, by the platform's number, by the number in the name. */
function latestFirst(a: Candidate, b: Candidate): number {
  if (a.copy !== b.copy) return a.copy ? 1 : -1;
  const time = (b.time?.at.getTime() ?? 0) - (a.time?.at.getTime() ?? 0);
  if (a.time !== undefined && b.time !== undefined && time !== 0) return time;
  const upload = (b.platform?.upload ?? 0) - (a.platform?.upload ?? 0);
  if (upload !== 0) return upload;
  return b.version - a.version || byCodePoint(a.file.path.join('/'), b.file.path.join('/'));
}

/** A notebook of another name is known by what it says of itself, where the student has no file of that exercise's name. */
async function recognised(
  file: HandedIn,
  known: readonly string[],
  candidates: readonly Candidate[],
): Promise<Omit<Candidate, 'time'> | undefined> {
  const owner = ownerOf(file.path);
  if (owner === undefined || !/\.(?:ipynb|json|txt)$/i.test(owner.name)) return undefined;
  const own = candidates.filter(({ student }) => student === owner.student);
  if (own.length >= mostUnknown) return undefined;
  const exercise = await exerciseWithin(file);
  if (exercise === undefined || !known.includes(exercise)) return undefined;
  if (own.some((one) => one.exercise === exercise && !one.copy && one.version >= 0)) return undefined;
  return { exercise, version: -1, copy: false, student: owner.student, platform: owner.platform, file };
}

/** nbgrader writes when a student handed in beside the notebooks; by the folder's path. */
async function readTimestamps(files: readonly HandedIn[]): Promise<Map<string, Date>> {
  const found = new Map<string, Date>();
  for (const file of files.filter(isTimestamp)) {
    const at = parseTimestamp((await file.read().catch(() => Buffer.alloc(0))).subarray(0, 100).toString('utf8'));
    if (at !== undefined) found.set(folderOf(file), at);
  }
  return found;
}

/** The times of a platform's zip say when it was made, not when somebody handed in. */
function timeOf(
  file: HandedIn,
  platform: Platform | undefined,
  timestamps: ReadonlyMap<string, Date>,
): HandInTime | undefined {
  const at = timestamps.get(folderOf(file));
  if (at !== undefined && platform === undefined) return { at, from: 'timestamp' };
  if (platform !== undefined || file.modified === undefined) return undefined;
  return { at: file.modified, from: 'file' };
}

/** Where nbgrader writes it, and a student's own zip cannot. */
function isTimestamp({ path }: HandedIn): boolean {
  return path.length === 3 && path[2] === 'timestamp.txt' && !/\.zip$/i.test(path[1] ?? '');
}

function folderOf({ path }: HandedIn): string {
  return path.slice(0, -1).join('/');
}

/** The same order on every machine, whatever its locale. */
function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
