import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digits } from 'lossbook-lesson';

const folder = join(__dirname, '..', '..', 'datasets', 'digits');
const all = digits();

test('the file is the one of the README, byte for byte', () => {
  const checksum = createHash('sha256')
    .update(readFileSync(join(folder, 'digits.csv')))
    .digest('hex');
  expect(checksum).toBe('6ebb3d2fee246a4e99363262ddf8a00a3c41bee6014c373ed9d9216ba7f651b8');
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(checksum);
});

test('1797 digits, each 174 to 183 times', () => {
  expect(all).toHaveLength(1797);
  const counts = Array.from({ length: 10 }, (_x, digit) => all.filter((one) => one.digit === digit).length);
  expect([Math.min(...counts), Math.max(...counts)]).toEqual([174, 183]);
  expect(counts.reduce((total, count) => total + count)).toBe(1797);
});

test('64 whole numbers from 0 to 16 each', () => {
  for (const { pixels } of all) expect(pixels).toHaveLength(64);
  const values = new Set(all.flatMap(({ pixels }) => pixels));
  expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_x, ink) => ink));
});

test('the first is a zero: ink around an empty middle', () => {
  const [first] = all;
  expect(first).toMatchObject({ line: 1, digit: 0 });
  expect(first?.pixels.slice(0, 8)).toEqual([0, 0, 5, 13, 9, 1, 0, 0]);
  expect(first?.pixels.slice(27, 29)).toEqual([0, 0]);
});
