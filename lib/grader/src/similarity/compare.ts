import { fingerprintsOf, gramHashes, type Fingerprint } from './winnow';
import { tokensOf } from './tokens';

/** A code cell as far as it is compared. */
export interface CodeCell {
  /** Its place in the notebook, from 1. */
  readonly number: number;
  readonly source: string;
}

/** What somebody wrote for an exercise. */
export interface Program {
  readonly student: string;
  readonly cells: readonly CodeCell[];
}

/** Two programs that have much in common. */
export interface SimilarPair {
  readonly students: readonly [string, string];
  /** How much of both is in the other, from 0 to 1. */
  readonly share: number;
  /** Cells of the first and the second that match, with the lines that do, from 0. */
  readonly matches: readonly (readonly [MatchedCell, MatchedCell])[];
}

export interface MatchedCell extends CodeCell {
  readonly lines: ReadonlySet<number>;
}

/** Below this share a pair is not listed: honest answers to short questions have parts in common. */
const leastShare = 0.6;

/** Of fewer programs than these it is not known what many write: they are weighed as if they were so many. */
const smallClass = 10;

/** With fewer fingerprints in common, about three lines, nothing can be said. */
const leastInCommon = 12;

/**
 * The pairs that are alike, the most alike first, at most as many as there are programs.
 *
 * A fingerprint that d of n programs have weighs log2((n + 1) / d), the information that it gives: what all write weighs next to
 * nothing, what only two write weighs most. A pair's share is the weight in common over the mean of both weights (the
 * weighted coefficient of Dice), and 1 for a copy with other names.
 * @param starter code that was handed out: what is in it counts for nobody
 */
export function similarPairs(programs: readonly Program[], starter: readonly string[]): SimilarPair[] {
  const given = new Set(starter.flatMap((source) => gramHashes(tokensOf(source))));
  const prints = programs
    .map((program) => printOf(program, given))
    .filter(({ hashes }) => hashes.size >= leastInCommon);
  const owners = ownersOf(prints);
  const size = Math.max(prints.length, smallClass);
  const weightOf = (hash: number): number => Math.log2((size + 1) / (owners.get(hash)?.length ?? 1));
  const weights = prints.map(({ hashes }) => sum([...hashes].map(weightOf)));
  return commonOf(prints, owners, weightOf)
    .flatMap(({ first, second, weight }) => {
      // Sums in two orders differ in the last digit.
      const share = Math.min(1, (2 * weight) / ((weights[first] ?? 0) + (weights[second] ?? 0)));
      const [a, b] = [prints[first], prints[second]];
      if (a === undefined || b === undefined || share < leastShare) return [];
      return [{ a, b, share, weight }];
    })
    .sort((x, y) => y.share - x.share || y.weight - x.weight)
    .slice(0, programs.length)
    .map(({ a, b, share }) => ({ students: [a.student, b.student], share, matches: matchesOf(a, b) }));
}

/** A program and where its fingerprints stand. */
interface Print {
  readonly student: string;
  readonly cells: readonly (CodeCell & { readonly fingerprints: readonly Fingerprint[] })[];
  readonly hashes: ReadonlySet<number>;
}

function printOf({ student, cells }: Program, given: ReadonlySet<number>): Print {
  const printed = cells.map((cell) => ({
    ...cell,
    fingerprints: fingerprintsOf(tokensOf(cell.source)).filter(({ hash }) => !given.has(hash)),
  }));
  const hashes = new Set(printed.flatMap(({ fingerprints }) => fingerprints.map(({ hash }) => hash)));
  return { student, cells: printed, hashes };
}

/** The places of the programs that have a fingerprint, in rising order. */
function ownersOf(prints: readonly Print[]): Map<number, number[]> {
  const owners = new Map<number, number[]>();
  prints.forEach(({ hashes }, place) => {
    for (const hash of hashes) {
      const known = owners.get(hash);
      if (known === undefined) owners.set(hash, [place]);
      else known.push(place);
    }
  });
  return owners;
}

interface Common {
  readonly first: number;
  readonly second: number;
  readonly weight: number;
}

/**
 * What each pair has in common, where it is enough to say something. One program at a time is held against all that come after it,
 * in an array of their places: a large class has too many pairs to keep a record of each.
 */
function commonOf(
  prints: readonly Print[],
  owners: ReadonlyMap<number, readonly number[]>,
  weightOf: (hash: number) => number,
): Common[] {
  const counts = new Uint32Array(prints.length);
  const weights = new Float64Array(prints.length);
  return prints.flatMap(({ hashes }, first) => {
    counts.fill(0);
    weights.fill(0);
    for (const hash of hashes) {
      const weight = weightOf(hash);
      const places = owners.get(hash) ?? [];
      for (let i = places.length - 1; i >= 0; i--) {
        const second = places[i] ?? 0;
        if (second <= first) break;
        counts[second] = (counts[second] ?? 0) + 1;
        weights[second] = (weights[second] ?? 0) + weight;
      }
    }
    const found: Common[] = [];
    for (let second = first + 1; second < prints.length; second++) {
      if ((counts[second] ?? 0) >= leastInCommon) found.push({ first, second, weight: weights[second] ?? 0 });
    }
    return found;
  });
}

/** Each cell of the first that matches, beside the cell of the second with which it has most in common. */
function matchesOf(a: Print, b: Print): SimilarPair['matches'] {
  return a.cells.flatMap((own) => {
    const mine = new Set(own.fingerprints.map(({ hash }) => hash));
    const others = b.cells
      .map((cell) => ({ cell, shared: cell.fingerprints.filter(({ hash }) => mine.has(hash)) }))
      .sort((x, y) => y.shared.length - x.shared.length);
    const [best] = others;
    if (best === undefined || best.shared.length === 0) return [];
    const both = new Set(best.shared.map(({ hash }) => hash));
    const mineToo = own.fingerprints.filter(({ hash }) => both.has(hash));
    return [[matched(own, mineToo), matched(best.cell, best.shared)] as const];
  });
}

function matched({ number, source }: CodeCell, fingerprints: readonly Fingerprint[]): MatchedCell {
  const lines = new Set<number>();
  for (const { from, to } of fingerprints) for (let line = from; line <= to; line++) lines.add(line);
  return { number, source, lines };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
