/** What was put right in a damaged notebook; the words are in report/words. */
export type RepairCode =
  | 'no-format'
  | 'no-language'
  | 'bad-cell'
  | 'by-cell-id'
  | 'wrong-kind'
  | 'duplicate'
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
