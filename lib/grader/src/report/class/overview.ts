import type { Status } from '../../gradeSubmission';
import type { Language } from '../../language';
import { escape, percentText, pointsText } from '../htmlText';
import { waitsForMarks, type ResultFile } from '../result';
import { sayShortStatus } from '../submissionWords';
import { classWords } from './classWords';
import { answeredNothing, distribution, mean, median, shares } from './statistics';
import { openable } from './studentLinks';

/** Those whom an instructor may want to look at, the strangest first. */
const lookedAt: readonly Status[] = ['broken', 'crashed', 'timeout', 'not-executed', 'missing'];

/** An exercise in numbers: who handed it in, how the scores lie, and who needs a look. */
export function overview(exercise: string, results: readonly ResultFile[], language: Language): string {
  const w = classWords[language];
  const own = results.filter((result) => result.exercise === exercise);
  const handedIn = own.filter(({ status }) => status !== 'missing');
  const waiting = own.filter(waitsForMarks).length;
  const id = `exercise-${encodeURIComponent(exercise)}`;
  const facts = [
    fact(w.handedIn, `${handedIn.length} ${w.of} ${own.length}`),
    ...(handedIn.length === 0
      ? []
      : [fact(w.mean, centre(handedIn, mean, language)), fact(w.median, centre(handedIn, median, language))]),
    ...(waiting === 0
      ? []
      : [`${fact(w.waiting, String(waiting))} (<a href="marking.html">${w.markHere}</a>; ${w.notYet})`]),
    ...lookedAt.map((status) =>
      people(
        sayShortStatus(status)[language],
        own.filter((result) => result.status === status),
      ),
    ),
    people(w.answeredNothing, own.filter(answeredNothing)),
  ];
  const items = facts.filter((html) => html !== '').map((html) => `<li>${html}</li>`);
  return `<section class="overview" aria-labelledby="${id}">
<h2 id="${id}">${escape(exercise)}</h2>
<ul>${items.join('')}</ul>
${histogram(distribution(handedIn), language)}
</section>`;
}

function fact(name: string, value: string): string {
  return `${name}: <strong>${value}</strong>`;
}

function people(name: string, results: readonly ResultFile[]): string {
  if (results.length === 0) return '';
  const [first = '', ...rest] = name;
  return openable(fact(first.toUpperCase() + rest.join(''), String(results.length)), results);
}

/** A share, and points too where all could have the same. */
function centre(results: readonly ResultFile[], of: (values: readonly number[]) => number, language: Language): string {
  const share = percentText(Math.round(100 * of(shares(results))) / 100, language);
  const [most, ...others] = new Set(results.map(({ max_score }) => max_score));
  if (most === undefined || others.length > 0) return share;
  const points = pointsText(of(results.map(({ score }) => score)), language);
  return `${share} (${points} ${classWords[language].of} ${pointsText(most, language)})`;
}

/** Bars with their numbers above them, so that nothing hangs on the eye alone; the label says the same. */
function histogram(bins: readonly number[], language: Language): string {
  const w = classWords[language];
  const [width, height, highest] = [52, 140, Math.max(1, ...bins)];
  const ranges = bins.map((_, i) => `${i * 10}–${(i + 1) * 10}`);
  const bars = bins.map((count, i) => {
    const bar = Math.round((height * count) / highest);
    const [x, y] = [i * width + 4, 20 + height - bar];
    const middle = x + width / 2 - 4;
    return `<rect x="${x}" y="${y}" width="${width - 8}" height="${bar}"/><text x="${middle}" y="${y - 5}" text-anchor="middle">${count}</text><text x="${middle}" y="${height + 38}" text-anchor="middle">${ranges[i] ?? ''}</text>`;
  });
  const label = `${w.distribution}: ${bins.map((count, i) => `${ranges[i] ?? ''}: ${count}`).join('; ')}`;
  return `<figure><svg role="img" aria-label="${escape(label)}" viewBox="0 0 ${bins.length * width} ${height + 46}" width="100%" style="max-width: ${bins.length * width}px">${bars.join('')}</svg>
<figcaption>${w.distribution}</figcaption></figure>`;
}
