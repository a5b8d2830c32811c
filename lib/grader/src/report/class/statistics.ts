import type { ResultFile, ResultItem, ResultLine } from '../result';

/** What an item shows of a class. */
export interface ItemStatistics {
  readonly exercise: string;
  readonly id: string;
  readonly title: string;
  readonly maxPoints: number;
  readonly meanPoints: number;
  /** The share of the points that the class has: 1 is an item that everybody solves. */
  readonly difficulty: number;
  /**
   * The correlation of the item's points with those of the other items of the exercise. Near 0 or below, the item does not tell who
   * knows more: its test may be wrong. Who answered nothing of the exercise is left out: a few notebooks with 0 everywhere make
   * all items look good. Undefined where all have the same, and of fewer than `fewest` students: it would be chance.
   */
  readonly discrimination: number | undefined;
  /** The share of students whose line is right. */
  readonly lines: ReadonlyMap<ResultLine['line'], number>;
  readonly students: number;
  /** How many of them left it as it was handed out. */
  readonly untouched: number;
}

/** Of fewer students a correlation tells nothing: of ten unrelated ones, one in three is beyond ±0.33. */
export const fewest = 10;

/** Statistics of each item, by exercise, over those whose notebook was run; its title is that of the first. */
export function itemStatistics(results: readonly ResultFile[]): ItemStatistics[] {
  const ids = new Map<string, { readonly exercise: string; readonly item: ResultItem }>();
  for (const { exercise, items } of results) {
    for (const item of items.filter(wasRun)) {
      const key = `${exercise}\0${item.id}`;
      if (!ids.has(key)) ids.set(key, { exercise, item });
    }
  }
  const items = [...ids.values()].sort((a, b) => (a.exercise < b.exercise ? -1 : Number(a.exercise > b.exercise)));
  return items.map(({ exercise, item }) => {
    const pairs = results
      .filter((result) => result.exercise === exercise)
      .flatMap((result) => {
        const found = result.items.find(({ id }) => id === item.id);
        if (found === undefined || !wasRun(found)) return [];
        const rest = result.items.filter(({ id }) => id !== item.id).reduce((sum, { points }) => sum + points, 0);
        return [{ found, rest, answered: !answeredNothing(result) }];
      });
    const average = mean(pairs.map(({ found }) => found.points));
    const answered = pairs.filter((pair) => pair.answered);
    return {
      exercise,
      id: item.id,
      title: item.title,
      maxPoints: item.max_points,
      meanPoints: average,
      difficulty: item.max_points === 0 ? 0 : average / item.max_points,
      discrimination:
        answered.length < fewest
          ? undefined
          : correlation(
              answered.map(({ found }) => found.points),
              answered.map(({ rest }) => rest),
            ),
      lines: new Map(item.lines.map(({ line }) => [line, mean(pairs.map(({ found }) => isRight(found, line)))])),
      students: pairs.length,
      untouched: pairs.filter(({ found }) => isUntouched(found)).length,
    };
  });
}

/** A mistake that several students made. */
export interface CommonMistake {
  readonly exercise: string;
  readonly id: string;
  readonly title: string;
  /** Where the numbers are wrong; undefined of what did not run, which is one mistake whatever lines it costs. */
  readonly line: ResultLine['line'] | undefined;
  readonly status: ResultLine['status'];
  /** Ids of the named mistakes that fit; none where it has no name. */
  readonly mistakes: readonly string[];
  readonly families: readonly string[];
  /** Who made it. */
  readonly students: readonly string[];
  /** What one of them was told. */
  readonly message: string;
  readonly language: ResultFile['language'];
}

/** The mistakes of a class, the commonest first; of as common ones, those in the numbers. What was left as it was handed out is none. */
export function commonMistakes(results: readonly ResultFile[], most: number): CommonMistake[] {
  const found = new Map<string, Omit<CommonMistake, 'students'> & { readonly students: Set<string> }>();
  for (const { student, exercise, items, language } of results) {
    for (const { id, title, lines } of items) {
      for (const { status, mistakes, families, message, untouched, why, ...one } of lines) {
        if (status === 'right' || status === 'not-counted' || untouched) continue;
        const line = status === 'wrong' ? one.line : undefined;
        const key = [exercise, id, line, status, why, ...(mistakes.length > 0 ? mistakes : families)].join('\0');
        const first = {
          exercise,
          id,
          title,
          line,
          status,
          mistakes,
          families,
          message,
          language,
          students: new Set<string>(),
        };
        const mistake = found.get(key) ?? first;
        mistake.students.add(student);
        found.set(key, mistake);
      }
    }
  }
  return [...found.values()]
    .map((mistake) => ({ ...mistake, students: [...mistake.students] }))
    .sort(
      (a, b) => b.students.length - a.students.length || Number(b.status === 'wrong') - Number(a.status === 'wrong'),
    )
    .slice(0, most);
}

/** The scores as shares of what could be had: until all written answers are marked, that is not the same for everybody. */
export function shares(results: readonly ResultFile[]): number[] {
  return results.flatMap(({ score, max_score }) => (max_score === 0 ? [] : [score / max_score]));
}

/** How many scores lie in each tenth of the maximum; the maximum itself in the last. */
export function distribution(results: readonly ResultFile[]): number[] {
  const bins = Array<number>(10).fill(0);
  for (const { score, max_score } of results) {
    const bin = max_score === 0 ? 0 : Math.min(9, Math.max(0, Math.floor((10 * score) / max_score)));
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return mean(sorted.length % 2 === 1 ? sorted.slice(middle, middle + 1) : sorted.slice(middle - 1, middle + 1));
}

/** Pearson's; undefined where one of the two does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | undefined {
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, i) => (value - meanA) * ((b[i] ?? 0) - meanB)));
  const spread = Math.sqrt(mean(a.map((value) => (value - meanA) ** 2)) * mean(b.map((value) => (value - meanB) ** 2)));
  return spread < 1e-12 ? undefined : covariance / spread;
}

function wasRun({ lines }: ResultItem): boolean {
  return lines.length > 0;
}

/** Whether somebody handed in a notebook and answered none of its items. */
export function answeredNothing({ items }: Pick<ResultFile, 'items'>): boolean {
  const run = items.filter(wasRun);
  return run.length > 0 && run.every(isUntouched);
}

/** Whether nobody has answered any of an item's functions. */
export function isUntouched({ lines }: ResultItem): boolean {
  const own = lines.filter(({ line }) => line === 'value' || line === 'gradient');
  return own.length > 0 && own.every(({ untouched }) => untouched);
}

function isRight({ lines }: ResultItem, line: ResultLine['line']): number {
  return lines.find((one) => one.line === line)?.status === 'right' ? 1 : 0;
}
