import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFor, secretFor } from '../../lib/grader/src/judge/secret';
import { emptyFolder, removeFolder } from './support/grading';

const draw = (random: () => number, count = 40): number[] => Array.from({ length: count }, random);

describe('the seed', () => {
  let folder: string;
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => {
    removeFolder(folder);
  });

  test('is made once, readable by the instructor alone, and used again', () => {
    const first = secretFor(folder);
    expect(statSync(join(folder, 'seed.secret')).mode & 0o777).toBe(0o600);
    expect(secretFor(folder)).toEqual(first);
    expect(readFileSync(join(folder, 'seed.secret'), 'utf8')).not.toContain(first.id);
  });

  test('comes from a file before the environment, and is then not stored', () => {
    const file = join(folder, 'given');
    writeFileSync(file, 'from the file\n');
    const given = secretFor(folder, { file, text: 'from the environment' });
    expect(given.bytes.toString()).toBe('from the file');
    expect(secretFor(folder, { text: 'from the environment' }).id).not.toBe(given.id);
    expect(() => statSync(join(folder, 'seed.secret'))).toThrow('ENOENT');
  });

  test('an empty one is refused', () => {
    const file = join(folder, 'empty');
    writeFileSync(file, ' \n');
    expect(() => secretFor(folder, { file })).toThrow('empty');
  });
});

describe('random numbers', () => {
  const secret = secretFor('unused', { text: 'seed' });

  test('are the same for the same names', () => {
    expect(draw(randomFor(secret, 'ana', '01-x', 'mse'))).toEqual(draw(randomFor(secret, 'ana', '01-x', 'mse')));
  });

  test('are others for another student, exercise, item or seed', () => {
    const streams = [
      randomFor(secret, 'ana', '01-x', 'mse'),
      randomFor(secret, 'bia', '01-x', 'mse'),
      randomFor(secret, 'ana', '02-y', 'mse'),
      randomFor(secret, 'ana', '01-x', 'l1'),
      randomFor(secret, 'ana0', '1-x', 'mse'),
      randomFor(secretFor('unused', { text: 'other' }), 'ana', '01-x', 'mse'),
    ];
    expect(new Set(streams.flatMap((random) => draw(random))).size).toBe(6 * 40);
  });

  test('are uniform in [0, 1)', () => {
    const numbers = draw(randomFor(secret, 'many'), 10_000);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    const tenths = Array.from({ length: 10 }, (_, i) => numbers.filter((x) => Math.floor(10 * x) === i).length);
    expect(Math.min(...tenths)).toBeGreaterThan(850);
    expect(Math.max(...tenths)).toBeLessThan(1150);
  });
});
