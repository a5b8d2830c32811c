import type { Item, Points } from '../../../../solutions/oracles/format';
import type { Text } from '../language';
import { sayHit, sayLeak, sayNotCounted } from '../report/studentWords';
import type { Cases } from './cases';
import { judgeFunction, type Comparison, type Finding, type FunctionFinding } from './functions';
import { hitStatuses, statusOfHit, type FunctionRun, type Hit, type HitStatus } from './hit';

export type LineName = keyof Points;

/** `not-counted`: a line that counts only where the value holds, and it does not. */
export type LineStatus = 'right' | 'wrong' | 'not-counted' | HitStatus;

export interface LineResult {
  readonly line: LineName;
  readonly points: number;
  readonly maxPoints: number;
  readonly status: LineStatus;
  readonly message: Text | undefined;
  readonly mistakes: readonly string[];
  readonly families: readonly string[];
  readonly comparison?: Comparison;
  /** The function is still the one that was handed out. */
  readonly untouched?: true;
  /** How the answer came to nothing, if it did. */
  readonly why?: Hit['why'];
}

export interface ItemResult {
  readonly id: string;
  readonly title: Text;
  readonly points: number;
  readonly maxPoints: number;
  readonly status: 'graded' | HitStatus;
  readonly lines: readonly LineResult[];
}

interface Judged {
  readonly line: 'value' | 'gradient';
  readonly name: string;
  readonly finding: FunctionFinding;
}

type Answered = Exclude<FunctionFinding, { readonly hit: object }>;

const lineNames: readonly LineName[] = ['value', 'gradient', 'shape', 'stability', 'leak'];

/** Gives an item its points, line by line. */
export function judgeItem(item: Item, cases: Cases, run: ReadonlyMap<string, FunctionRun>): ItemResult {
  const judged = judgeFunctions(item, cases, run);
  const valueHolds = judged.every(({ line, finding }) => line !== 'value' || numbersHold(finding));
  const lines = lineNames.flatMap((line) => {
    const maxPoints = item.points[line];
    if (maxPoints === undefined) return [];
    const outcome =
      line === 'value' || line === 'gradient'
        ? ofNumbers(judged.filter((one) => one.line === line))
        : valueHolds
          ? ofManner(line, judged)
          : { status: 'not-counted' as const, message: sayNotCounted() };
    const points = outcome.status === 'right' ? maxPoints : 0;
    return [{ line, points, maxPoints, mistakes: [], families: [], message: undefined, ...outcome }];
  });
  const hits = judged.flatMap(({ finding }) => (finding.hit === undefined ? [] : [statusOfHit(finding.hit)]));
  return {
    id: item.id,
    title: item.title,
    points: sum(lines.map(({ points }) => points)),
    maxPoints: maxPointsOf(item),
    status: hitStatuses.find((status) => hits.includes(status)) ?? 'graded',
    lines,
  };
}

/** The points of an item, all lines together. */
export function maxPointsOf({ points }: Item): number {
  return sum(lineNames.map((line) => points[line] ?? 0));
}

/** The values first: a gradient is judged knowing whether its value is right. */
function judgeFunctions(item: Item, cases: Cases, run: ReadonlyMap<string, FunctionRun>): Judged[] {
  const judgeAll = (line: Judged['line'], valueIsRight: boolean | undefined): Judged[] =>
    item.functions
      .filter((oracle) => oracle.line === line)
      .map((oracle) => {
        const { name } = oracle;
        const found = run.get(name) ?? { hit: { why: 'function-missing', name } };
        return { line, name, finding: judgeFunction(oracle, cases, found, valueIsRight) };
      });
  const values = judgeAll('value', undefined);
  return [
    ...values,
    ...judgeAll(
      'gradient',
      values.every(({ finding }) => numbersHold(finding)),
    ),
  ];
}

function numbersHold(finding: FunctionFinding): boolean {
  return finding.hit === undefined && finding.numbers.holds;
}

type LineOutcome = Pick<LineResult, 'status'> &
  Partial<Pick<LineResult, 'message' | 'mistakes' | 'families' | 'comparison' | 'untouched' | 'why'>>;

function ofNumbers(judged: readonly Judged[]): LineOutcome {
  for (const { finding } of judged) {
    if (finding.hit !== undefined) {
      const { hit } = finding;
      return { status: statusOfHit(hit), message: sayHit(hit), why: hit.why };
    }
    if (!finding.numbers.holds) return ofFinding(finding.numbers);
  }
  return { status: 'right' };
}

/** Shape and leak look at every function that answered, stability at those whose numbers are right. */
function ofManner(line: 'shape' | 'stability' | 'leak', judged: readonly Judged[]): LineOutcome {
  for (const { name, finding } of judged) {
    if (finding.hit !== undefined) continue;
    const outcome = ofFinding(mannerOf(line, name, finding));
    if (outcome.status !== 'right') return outcome;
  }
  return { status: 'right' };
}

function mannerOf(line: 'shape' | 'stability' | 'leak', name: string, finding: Answered): Finding {
  if (line === 'shape') return finding.shape;
  if (line === 'stability') return finding.numbers.holds ? finding.extremes : { holds: true };
  if (finding.leaked === 0) return { holds: true };
  return { holds: false, message: sayLeak(name, finding.leaked), mistakes: [], families: [] };
}

function ofFinding(finding: Finding): LineOutcome {
  if (finding.holds) return { status: 'right' };
  const { message, mistakes, families, comparison, untouched } = finding;
  const more = { ...(comparison && { comparison }), ...(untouched && { untouched }) };
  return { status: 'wrong', message, mistakes, families, ...more };
}

/** Sums of points such as 0.1 + 0.2 are what a reader expects. */
function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, value) => total + value, 0).toFixed(6));
}
