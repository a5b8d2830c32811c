/** A file as somebody handed it in, wherever it lies: in a folder, in a zip, in a zip of a zip. */
export interface HandedIn {
  /** The names of the folders that it lies in, and its own. */
  readonly path: readonly string[];
  /** When it was last written, where that says something about when it was handed in. */
  readonly modified: Date | undefined;
  /**
   * Its bytes. Nothing is written anywhere.
   * @throws BrokenNotebook
   */
  read(): Promise<Buffer>;
}

/** Why a name or an entry was refused; the words are in cli/words. */
export type RefusedReason =
  'absolute' | 'parent' | 'control' | 'reserved' | 'too-long' | 'clash' | 'link' | 'too-many' | 'too-deep' | 'bad-zip';

export interface Refused {
  readonly path: string;
  readonly reason: RefusedReason;
}

/** What lies in a folder or a zip. */
export interface Listing {
  readonly files: readonly HandedIn[];
  readonly folders: readonly (readonly string[])[];
  readonly refused: readonly Refused[];
  /** What is no file of a student, such as a link beside the students' folders. */
  readonly others: readonly string[];
}

const litter = ['__MACOSX', 'node_modules', 'Thumbs.db', 'submission_secret.txt'];

/** Names that systems, editors and nbgrader's exchange leave behind. */
export function isLitter(name: string): boolean {
  return name.startsWith('.') || litter.includes(name);
}
