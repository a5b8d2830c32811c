import type { LateRules } from './assignment';

const day = 86_400_000;

/** When something was handed in, and who says so. */
export interface HandInMoment {
  readonly at: Date;
  readonly from: 'teacher' | 'platform' | 'timestamp' | 'file';
}

/** What being late costs. */
export interface Lateness {
  readonly due: Date;
  /** Days that have begun since the due date; 0 in time or within the grace. */
  readonly days: number;
  /** Percent taken off. */
  readonly percent: number;
  readonly afterCutOff: boolean;
}

/** The rules that hold for a student, whose due date may be another. */
export function dueFor(rules: LateRules, student: string): Pick<LateRules, 'due' | 'cutOff'> {
  const due = rules.extensions.get(student) ?? rules.due;
  // Who has more time has it after the cut-off too.
  const cutOff = rules.cutOff && new Date(rules.cutOff.getTime() + due.getTime() - rules.due.getTime());
  return { due, cutOff };
}

/** How late a moment is. Within the grace it is in time; after that, days count from the due date. */
export function latenessOf(at: Date, rules: LateRules, student: string): Lateness {
  const { due, cutOff } = dueFor(rules, student);
  const late = at.getTime() - due.getTime();
  const days = late <= rules.graceMs ? 0 : Math.ceil(late / day);
  const afterCutOff = days > 0 && cutOff !== undefined && at > cutOff;
  return { due, days, percent: afterCutOff ? 100 : Math.min(rules.atMost, days * rules.percentPerDay), afterCutOff };
}

/** The points that being late takes off; never more than there are. */
export function penaltyOf(
  { percent, afterCutOff }: Lateness,
  rules: LateRules,
  score: number,
  maxScore: number,
): number {
  if (afterCutOff) return score;
  const base = rules.of === 'maximum' ? maxScore : score;
  return Math.min(score, Number(((percent / 100) * base).toFixed(6)));
}
