import { similarPairs, type Program } from '../../../lib/grader/src/similarity/compare';
import { gramLength, windowLength, fingerprintsOf } from '../../../lib/grader/src/similarity/winnow';
import { tokensOf } from '../../../lib/grader/src/similarity/tokens';
import { answers, starter } from './answers';

const program = (student: string, ...cells: readonly string[]): Program => ({
  student,
  cells: cells.map((source, i) => ({ number: i + 1, source })),
});

/** The names of the pairs that are listed. */
const pairs = (programs: readonly Program[]): string[] =>
  similarPairs(programs, starter).map(({ students }) => students.join('-'));

/** The functions of the first cell. */
const functionsOf = ([cell = '']: readonly string[]): string[] => cell.split(/\n(?=function)/);

const { vectorised, renamed, chained, loops } = answers;

describe('winnowing', () => {
  test('two texts with a passage of k + w - 1 tokens in common share a fingerprint, whatever stands around it', () => {
    const passage = Array.from({ length: gramLength + windowLength - 1 }, (_, i) => `x.m${i}`)
      .join(' ')
      .split(' ');
    // Each word is three tokens, so that this many are enough, and no fewer are tried than the guarantee asks for.
    const text = passage.slice(0, Math.ceil((gramLength + windowLength + 1) / 3)).join('\n');
    for (let i = 0; i < 20; i++) {
      const around = Array.from({ length: i }, (_, j) => `y${j}.n${i * j}`).join('\n');
      const one = new Set(fingerprintsOf(tokensOf(`${around}\n${text}`)).map(({ hash }) => hash));
      const other = fingerprintsOf(tokensOf(`${text}\n+ 1 ${around}`));
      expect(other.some(({ hash }) => one.has(hash))).toBe(true);
    }
  });

  test('chooses about 2 of w + 1', () => {
    const tokens = tokensOf(Array.from({ length: 1000 }, (_, i) => `a.m${(i * 7919) % 104729}`).join('\n'));
    const share = fingerprintsOf(tokens).length / tokens.length;
    expect(share).toBeGreaterThan(1.6 / (windowLength + 1));
    expect(share).toBeLessThan(2.4 / (windowLength + 1));
  });

  test('what is shorter than k tokens has none', () => {
    expect(fingerprintsOf(tokensOf('return a + b;'))).toEqual([]);
  });
});

describe('similar programs', () => {
  test('a copy with other names, comments and layout', () => {
    const [pair] = similarPairs(
      [program('ana', ...vectorised), program('bia', ...renamed), program('caio', ...loops)],
      starter,
    );
    expect(pair).toMatchObject({ students: ['ana', 'bia'], share: 1 });
  });

  test('a copy in another order, in cells and in a cell', () => {
    const reordered = [...vectorised].reverse().map((source) =>
      source
        .split(/\n(?=function)/)
        .reverse()
        .join('\n'),
    );
    expect(pairs([program('ana', ...vectorised), program('bia', ...reordered), program('caio', ...loops)])).toEqual([
      'ana-bia',
    ]);
    expect(pairs([program('ana', ...vectorised), program('bia', reordered.join('\n'))])).toEqual(['ana-bia']);
  });

  test('a copy of which one answer is one’s own', () => {
    const own = `${functionsOf(vectorised)[0]}\n${functionsOf(loops)[1]}`;
    const changed = [own, vectorised[1] ?? ''];
    const copies = [program('ana', ...vectorised), program('bia', ...changed)];
    expect(pairs([...copies, program('caio', ...chained)])).toEqual(['ana-bia']);
  });

  test('honest answers that differ are not listed', () => {
    expect(pairs([program('ana', ...vectorised), program('bia', ...chained), program('caio', ...loops)])).toEqual([]);
    expect(pairs([program('ana', ...vectorised), program('bia', ...loops)])).toEqual([]);
    expect(pairs([program('ana', ...vectorised), program('bia', ...chained)])).toEqual([]);
    expect(pairs([program('ana', ...vectorised), program('bia', vectorised[0] ?? '', loops[1] ?? '')])).toEqual([]);
  });

  test('untouched exercises and empty ones are not listed', () => {
    expect(pairs([program('ana', ...starter), program('bia', ...starter), program('caio')])).toEqual([]);
  });

  test('one short answer in common says nothing', () => {
    const only = [
      ...starter.slice(0, -1),
      'function mbe(a: tf.Tensor, b: tf.Tensor): tf.Tensor { return tf.tidy(() => tf.mean(tf.sub(a, b))); }',
    ];
    expect(pairs([program('ana', ...only), program('bia', ...only)])).toEqual([]);
  });

  test('what most of a class writes weighs little', () => {
    const own = (i: number): string => Array.from({ length: 8 }, (_, j) => `tf.m${i}_${j}(x)`).join('\n');
    const some = (count: number): Program[] =>
      Array.from({ length: 20 }, (_, i) => program(`s${i}`, own(i), ...(i < count ? vectorised : [])));
    expect(pairs(some(20))).toEqual([]);
    expect(pairs(some(2))).toEqual(['s0-s1']);
  });

  test('the lines that match are told, beside those that they match', () => {
    const [pair] = similarPairs([program('ana', ...vectorised), program('bia', '// mine', ...renamed)], starter);
    expect(pair?.matches.map(([a, b]) => [a.number, b.number])).toEqual(vectorised.map((_, i) => [i + 1, i + 2]));
    for (const [a, b] of pair?.matches ?? []) {
      const body = a.source.split('\n').findIndex((line) => line.includes('return'));
      expect(a.lines.has(body)).toBe(true);
      expect(b.source.split('\n').some((line, i) => b.lines.has(i) && line.includes('return'))).toBe(true);
    }
  });

  test('no more pairs than programs', () => {
    const ring = Array.from({ length: 30 }, (_, i) => program(`s${i}`, ...vectorised));
    expect(similarPairs(ring, starter)).toHaveLength(30);
  });
});
