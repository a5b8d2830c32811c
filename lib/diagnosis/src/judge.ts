import { byCatalogue, byCatalogueAndFactor, byTwoMistakes } from './find/catalogue';
import { byCancellation } from './find/cancellation';
import { byConstant } from './find/constant';
import { byDigits } from './find/digits';
import { byFactor } from './find/factor';
import type { Finding, Step } from './find/finding';
import { byLimit } from './find/limit';
import { byNonFinite } from './find/nonFinite';
import { byOffset } from './find/offset';
import { byRegion } from './find/region';
import { byRelation } from './find/relation';
import { byShape } from './find/shape';
import { byArgument } from './find/unchanged';
import { byVariant } from './find/variant';
import { byZero } from './find/zero';
import { compose } from './sentence/compose';
import { smallestCounterexample } from './smallest';
import type { Observation } from './values';
import type { Context, Verdict } from './verdict';

/**
 * The steps in order: the first that explains every case speaks. What is 0 everywhere shows no formula. A named mistake says more
 * than anything, then the right formula with other arguments; a wrong shape or a NaN hides what else is wrong; a place says more
 * than a factor, and a factor more than two mistakes at once, which need the most luck to be named rightly.
 */
const steps: readonly Step[] = [
  byZero,
  byCatalogue,
  byArgument,
  byConstant,
  byVariant,
  byShape,
  byNonFinite,
  byRegion,
  byFactor,
  byOffset,
  byRelation,
  byLimit,
  byDigits,
  byCancellation,
  byCatalogueAndFactor,
  byTwoMistakes,
];

const unknown: Finding = { kind: 'wrong', ids: [], families: [] };

/**
 * Tells whether a function's answers are right and, if not, what kind of mistake they show.
 *
 * @param observations the cases; at least three, with different numbers of elements, tell mistakes apart best
 * @param context whether the function is a value or a gradient, and whether the value is right
 * @returns the verdict, with a sentence in both languages that shows the smallest wrong case and never the right answer
 */
export function judge(observations: readonly Observation[], context: Context = { line: 'value' }): Verdict {
  const shown = smallestCounterexample(observations);
  if (shown === undefined) return { right: true };
  const finding = firstFinding(observations, context);
  return {
    right: false,
    kind: finding.kind,
    ids: finding.ids,
    families: finding.families,
    ...shown,
    sentence: compose(finding, shown, observations, context),
  };
}

function firstFinding(observations: readonly Observation[], context: Context): Finding {
  for (const step of steps) {
    const finding = step(observations, context);
    if (finding !== undefined) return finding;
  }
  return unknown;
}
