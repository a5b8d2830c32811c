/** What a learning platform says about a file by its name. */
export interface Platform {
  readonly system: 'moodle' | 'canvas';
  /** Moodle's number of the participant, or of the group; Canvas' number of the user: its gradebook has it too. */
  readonly id: string;
  /** The student's name, as the platform writes it in file names. */
  readonly name: string;
  /** Canvas says whether a file came late, but not when. */
  readonly late: boolean | undefined;
  /** Canvas' number of the file, which grows. */
  readonly upload: number | undefined;
}

/** Whose a file is. */
export interface Owned {
  readonly student: string;
  readonly platform: Platform | undefined;
  /** The file's own name, without what a platform puts before it. */
  readonly name: string;
}

/** A name has no underscore, since Moodle writes a space for it; a file's may have any. The default group has no number. */
const moodle = /^([^_]+)(?:_(\d+))?_assignsubmission_[a-z]+(?:_(.*))?$/;
const canvas = /^(?:(.*?)_)??(LATE_)?(?:(\d+)|anon_([A-Za-z0-9]+))_(\d+)_(.+)$/;

/**
 * Whose a file is, by the outermost name of where it lies: Moodle's `Name_12345_assignsubmission_file/x.ipynb` (or one name,
 * without folders), Canvas' `name_LATE_12345_67890_x.ipynb`, or the first folder, which nbgrader's tree and a folder for each
 * student have in common. What lies further in is the student's to name, and says nothing.
 * @returns undefined for a file that lies beside the students' folders
 */
export function ownerOf(path: readonly string[]): Owned | undefined {
  const [first, second] = path;
  if (first === undefined) return undefined;
  const own = path.at(-1) ?? '';
  const [, name, id, rest = ''] = moodle.exec(first) ?? [];
  if (name !== undefined) {
    const platform = { system: 'moodle', id: id ?? '', name, late: undefined, upload: undefined } as const;
    const student = id === undefined ? name : `${name}_${id}`;
    return { student, platform, name: second === undefined ? rest : own };
  }
  return (
    ofCanvas(first, second === undefined, own) ??
    (second === undefined ? undefined : { student: first, platform: undefined, name: own })
  );
}

function ofCanvas(first: string, isAlone: boolean, own: string): Owned | undefined {
  const [, name, late, user, anonymous, upload, file = ''] = canvas.exec(first) ?? [];
  if (upload === undefined || (!isAlone && !/\.zip$/i.test(first))) return undefined;
  const id = user ?? anonymous ?? '';
  const student = name === undefined ? `anon_${id}` : `${name}_${id}`;
  const platform = {
    system: 'canvas',
    id,
    name: name ?? '',
    late: late !== undefined,
    upload: Number(upload),
  } as const;
  return { student, platform, name: isAlone ? file : own };
}

/** Which exercise a file's name means. */
export interface NamedExercise {
  readonly exercise: string;
  /** The number that a browser or a platform gives to a later file of the same name: 0 for the first. */
  readonly version: number;
  /** A copy that JupyterLab made: it counts only where there is no other. */
  readonly copy: boolean;
}

/** Understands `x.ipynb`, `x (1).ipynb`, `x-1.ipynb`, `x-Copy1.ipynb` and an ending put after `.ipynb`. */
export function exerciseNamed(name: string, known: readonly string[]): NamedExercise | undefined {
  const stem = /^(.*)\.ipynb(?:\.(?:json|txt))?$/i.exec(name)?.[1];
  if (stem === undefined) return undefined;
  if (known.includes(stem)) return { exercise: stem, version: 0, copy: false };
  const [, first, mark, version] = /^(.*?)(-Copy| ?\(|[-_])(\d+)\)?$/.exec(stem) ?? [];
  if (first === undefined || !known.includes(first)) return undefined;
  return { exercise: first, version: Number(version), copy: mark === '-Copy' };
}
