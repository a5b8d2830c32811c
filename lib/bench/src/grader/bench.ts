import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { markdownTable } from '../markdownTable';
import { median } from '../median';
import { Nbgrader, whyNoNbgrader } from './nbgrader';
import { gradeWithOurs } from './ours';
import { exercise, generate, writeSubmissions, type Generated } from './submissions';

export interface Options {
  readonly submissions: number;
  /** How many of them nbgrader grades too. */
  readonly sample: number;
  readonly json: string;
}

/** What endless loops may use. */
const cpuSeconds = 2;

/**
 * Grades generated submissions of exercise 01 with this project's grader: everything run, then everything from what is stored; and
 * a sample with nbgrader on this project's kernel, half of it before and half after, so that what slows the machine slows both.
 */
export async function benchGrader({ submissions: count, sample, json }: Options): Promise<void> {
  const submissions = generate(count);
  const folder = mkdtempSync(join(tmpdir(), 'lossbook-bench-'));
  const chosen = choose(submissions, sample);
  const missing = whyNoNbgrader();
  if (missing !== undefined) console.error(`nbgrader is left out: ${missing}`);
  const nbgrader = missing === undefined && chosen.length > 0 ? new Nbgrader(chosen) : undefined;
  try {
    const seconds: number[] = [];
    const gaveUp: string[] = [];
    const gradeThere = async (some: readonly Generated[]): Promise<void> => {
      for (const { student } of some) {
        const graded = await nbgrader?.grade(student);
        if (graded !== undefined) seconds.push(graded.seconds);
        if (graded?.score === null) gaveUp.push(student);
        if (process.stderr.isTTY) process.stderr.write(`\r\x1b[Knbgrader ${seconds.length}/${chosen.length}`);
      }
      if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    };
    const half = chosen.length >> 1;
    const [handedIn, out] = [join(folder, 'in'), join(folder, 'out')];
    writeSubmissions(handedIn, submissions);
    // The first run ever bundles what a sandbox sees; no later one does.
    const one = join(folder, 'one');
    writeSubmissions(one, submissions.slice(0, 1));
    await gradeWithOurs(one, join(folder, 'first'), []);
    await gradeThere(chosen.slice(0, half));
    const words = ['--cpu', String(cpuSeconds)];
    const own = await gradeWithOurs(handedIn, out, words);
    await gradeThere(chosen.slice(half));
    const again = await gradeWithOurs(handedIn, out, [...words, '--regrade']);
    const each = own.seconds / count;
    const there = median(seconds);
    const figures = {
      exercise,
      submissions: count,
      broken: submissions.filter(({ broken }) => broken).length,
      endless: submissions.filter((submission) => submission.endless).length,
      cpuLimitSeconds: cpuSeconds,
      fullMarks: [...own.scores.values()].filter((score) => score === Math.max(...own.scores.values())).length,
      seconds: own.seconds,
      perSecond: count / own.seconds,
      cpuSeconds: own.cpuSeconds,
      peakMebibytes: own.peakMebibytes,
      regrade: { seconds: again.seconds, perSecond: count / again.seconds },
      nbgrader: nbgrader && { sample: seconds.length, medianSeconds: there, gaveUp, seconds },
      ratio: nbgrader && there / each,
      machine: { cores: cpus().length, platform: process.platform, node: process.version },
    };
    const number = (x: number | undefined): string =>
      x === undefined || Number.isNaN(x) ? '–' : x >= 100 ? x.toFixed(0) : x.toPrecision(3);
    console.log(
      markdownTable(
        ['', 'seconds', 'a second', 'peak MiB', 'nbgrader ×'],
        [
          ['all run', number(own.seconds), number(1 / each), number(own.peakMebibytes), number(there / each)],
          [
            'all from what is stored',
            number(again.seconds),
            number(count / again.seconds),
            number(again.peakMebibytes),
            number((there * count) / again.seconds),
          ],
          ['nbgrader, for as many', number(there * count), number(1 / there), '–', '1'],
        ],
      ),
    );
    const used =
      own.cpuSeconds === undefined ? '' : ` ${number((1000 * own.cpuSeconds) / count)} ms of processor time each;`;
    console.log(
      `\n${count} submissions of exercise ${exercise}, ${figures.broken} broken, ${figures.endless} of them endless with ${cpuSeconds} s of processor time;${used} nbgrader on this course's kernel: median of ${seconds.length}, serial as it is. ${figures.machine.cores} cores, Node ${process.version.slice(1)}. Also in ${json}.`,
    );
    mkdirSync(dirname(json), { recursive: true });
    writeFileSync(json, `${JSON.stringify(figures, null, 1)}\n`);
  } finally {
    nbgrader?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some of all kinds, but for files that are no notebooks and loops, which nbgrader waits for by the clock. */
function choose(submissions: readonly Generated[], sample: number): Generated[] {
  const fit = submissions.filter(({ whole, endless }) => whole && !endless);
  const count = Math.min(sample, fit.length);
  return Array.from({ length: count }, (_, i) => fit[Math.floor((i * fit.length) / count)]).filter(
    (one): one is Generated => one !== undefined,
  );
}
