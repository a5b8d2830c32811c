import type { GradedCorpus } from './gradeCorpora';
import { isDiagnosed, isFull, type Judged } from './judged';

/** How much of a corpus the grader gets right. */
export interface Counts {
  readonly wrong: number;
  /** Wrong rows with less than full marks. */
  readonly caught: number;
  /** Wrong rows whose student is told what is wrong. */
  readonly diagnosed: number;
  readonly right: number;
  /** Right rows, and rows that look wrong and are not, with full marks. */
  readonly full: number;
}

export function countsOf(corpora: readonly GradedCorpus[]): Counts {
  const wrong = corpora.flatMap((corpus) => corpus.wrong);
  const right = corpora.flatMap((corpus): Judged[] => [...corpus.right, ...corpus.equivalent]);
  return {
    wrong: wrong.length,
    caught: wrong.filter((one) => !isFull(one)).length,
    diagnosed: wrong.filter((one) => !isFull(one) && isDiagnosed(one)).length,
    right: right.length,
    full: right.filter(isFull).length,
  };
}

/** `docs/corpus.md`, not yet formatted. */
export function corpusPage(corpora: readonly GradedCorpus[]): string {
  const of = (pick: (corpus: GradedCorpus) => string[]): string[] => corpora.flatMap(pick);
  const uncaught = of(({ exercise, wrong }) => wrong.filter(isFull).map((one) => `- ${told(exercise, one)}`));
  const unnamed = of(({ exercise, wrong }) =>
    wrong
      .filter((one) => !isFull(one) && !isDiagnosed(one))
      .map(
        (one) =>
          `- ${told(exercise, one)}: ${one.row.is.join(' or ')}; told ${one.told.join(', ') || 'that it is wrong'}`,
      ),
  );
  const less = of(({ exercise, right, equivalent }) =>
    [...right, ...equivalent]
      .filter((one) => !isFull(one))
      .map((one) => `- ${told(exercise, one)}: ${one.messages.join(' ')}`),
  );
  const same = of(({ exercise, equivalent }) => equivalent.map((one) => `- ${told(exercise, one)}: ${one.row.why}`));
  return [
    '# The corpus of answers',
    `Answers whose marks are known before they are graded, in \`solutions/corpus\`: wrong ones as students write them, and right ones written otherwise than the master's. Each row is the master of its exercise with one answer changed; it is graded by the command that an instructor uses, in the sandbox, on secret cases. Rows of different items share a notebook, since items are graded apart.`,
    `A wrong answer is _caught_ if its item has less than full marks, and _named_ if the page tells the student what the row says is wrong: the oracle's mistake, its family, the line that is lost, or how it failed. Oracles learned mistakes from this corpus, so the share says how well these are named, not those that nobody has made yet. How well it does with those was measured once, in November 2026: of 755 wrong answers that were written from the statements alone, before the oracles had seen them, 754 were caught; 631 (84 %) were told what is wrong, 33 (4 %) something else, 90 (12 %) only that they are wrong or where. All 117 right ones had full marks, but for one that did not compile. Most have been learned since. \`npm run grade -- corpus\` makes this page, and a test compares it.`,
    table([...corpora.map((one) => row(one.exercise, [one])), row('**all**', corpora)]),
    section('Wrong, and with full marks', uncaught),
    section('Wrong, and not named', unnamed),
    section('Right, and with less than full marks', less),
    section('Looks wrong, and computes the same', same),
  ].join('\n\n');
}

function table(rows: readonly string[]): string {
  return ['| exercise | wrong | caught | named | right | full marks |', '|---|--:|--:|--:|--:|--:|', ...rows].join(
    '\n',
  );
}

function row(name: string, corpora: readonly GradedCorpus[]): string {
  const { wrong, caught, diagnosed, right, full } = countsOf(corpora);
  const share = (part: number, all: number): string => `${part} (${((100 * part) / all).toFixed(1)} %)`;
  return `| ${name} | ${wrong} | ${share(caught, wrong)} | ${share(diagnosed, wrong)} | ${right} | ${share(full, right)} |`;
}

function section(title: string, lines: readonly string[]): string {
  return `## ${title}\n\n${lines.length === 0 ? 'None.' : lines.join('\n')}`;
}

function told(exercise: string, { row: { item, name } }: Judged): string {
  return `${exercise} \`${item}\`, ${name}`;
}
