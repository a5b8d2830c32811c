/** What was put right in a damaged notebook; the words are in report/words. */
export type RepairCode =
  | 'no-format'
  | 'upgraded'
  | 'encoding'
  | 'cut'
  | 'trailing'
  | 'no-language'
  | 'language-guessed'
  | 'bad-cell'
  | 'by-cell-id'
  | 'by-content'
  | 'by-position'
  | 'wrong-kind'
  | 'duplicate'
  | 'split'
  | 'locked-moved'
  | 'locked-changed'
  | 'locked-missing'
  | 'answer-missing';

export interface Repair {
  readonly code: RepairCode;
  /** The cell's number from 1, when it has to do with one. */
  readonly cell?: number;
  /** The grade_id that it has to do with. */
  readonly gradeId?: string;
}

export function repair(code: RepairCode, where: Omit<Repair, 'code'> = {}): Repair {
  return { code, ...where };
}
