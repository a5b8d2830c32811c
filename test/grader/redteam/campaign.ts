import { adding, answering, changed, handedOut, master, type Change } from '../support/exercise';
import { describeInSandbox, grade, removeFolder, resultFor, type Outcome } from '../support/grading';

/** One attack: what a student hands in, and what it may gain, which is what the same answers are worth without it. */
export interface Attack {
  readonly name: string;
  /** A cell of the student's own before the first answer. */
  readonly cell?: string;
  /** Answers by item; the others are left as they were handed out. */
  readonly answers?: Readonly<Record<string, string>>;
  /** Other changes of the notebook. */
  readonly changes?: readonly Change[];
  /** Points that the answers are worth; 0 without this. */
  readonly worth?: number;
  /** Statuses that it may end with; `graded` without this. */
  readonly ends?: readonly string[];
}

/** Limits under which nothing takes long, and honest answers have room. */
const limits = ['--cpu', '3', '--memory', '768'];

/** By the clock there is room for a machine that has other things to do; attacks that wait get less, since they take all of it. */
export const wallSeconds = { computing: 60, waiting: 10 };

/**
 * Describes attacks that are graded together, as the command grades a class, between two students who have everything right: no
 * attack gains a point, none harms a neighbour, none stops the batch.
 * @param more tests of the same batch
 * @param wall seconds by the clock for a process
 */
export function describeCampaign(
  kind: string,
  attacks: readonly Attack[],
  more?: (run: () => Outcome) => void,
  wall = wallSeconds.computing,
): void {
  describeInSandbox(`red team: ${kind}`, () => {
    let run: Outcome;
    const neighbours = ['a neighbour', 'z neighbour'];
    const names = [...neighbours, ...attacks.map(({ name }) => name)];
    beforeAll(() => {
      const handedIn: Record<string, string> = {
        'a neighbour': changed(master()),
        'z neighbour': changed(master('es')),
      };
      for (const attack of attacks) handedIn[attack.name] = notebookOf(attack);
      run = grade(handedIn, [...limits, '--wall', String(wall)]);
    }, 300_000);
    afterAll(() => {
      removeFolder(run.folder);
    });

    test('the batch ends well', () => {
      expect(run.status).toBe(0);
      // A line for each and what is prepared before, and no other word of the grader's own.
      const [preparing, checking, ...lines] = run.stderr.trimEnd().split('\n');
      expect([preparing, checking]).toEqual([
        expect.stringMatching(/^Preparo o que as entregas de/),
        expect.stringContaining('confiro os tipos'),
      ]);
      expect(lines.map((line) => line.split(' 01-regression ')[0]).sort()).toEqual([...names].sort());
    });

    test.each(neighbours)('%s keeps full marks', (name) => {
      expect(resultFor(run, name)).toMatchObject({ score: 30, status: 'graded' });
    });

    test.each(attacks.map((attack) => [attack.name, attack] as const))(
      '%s',
      (name, { worth = 0, ends = ['graded'] }) => {
        const { score, status, cells } = resultFor(run, name);
        // An attack that the compiler stops proves nothing.
        expect(cells.filter(({ message }) => message.startsWith('Erro de tipos'))).toEqual([]);
        expect(ends).toContain(status);
        expect(score).toBe(worth);
      },
    );

    more?.(() => run);
  });
}

function notebookOf({ cell, answers = {}, changes = [] }: Attack): string {
  const own = cell === undefined ? [] : [adding('fpp', cell)];
  const answered = Object.entries(answers).map(([item, source]) => answering(item, source));
  return changed(handedOut(), ...changes, ...answered, ...own);
}

/** Answers of item mse that are wrong, by zeros of the right shapes. */
export const zeros = {
  mse: `function mse(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.scalar(0); }
function mseGrad(input: tf.Tensor, target: tf.Tensor): tf.Tensor { return tf.zeros(input.shape); }`,
};
