import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageBlocks } from 'lossbook-lesson';

const folder = join(__dirname, '..', '..', 'datasets', 'page-blocks');
const blocks = pageBlocks();

test('the file is the one of the README, byte for byte', () => {
  const checksum = createHash('sha256')
    .update(readFileSync(join(folder, 'page-blocks.csv')))
    .digest('hex');
  expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(checksum);
});

test('5473 blocks of five kinds, as many as the source says', () => {
  expect(blocks).toHaveLength(5473);
  const kinds = ['text', 'horizontal line', 'graphic', 'vertical line', 'picture'];
  expect(kinds.map((kind) => blocks.filter((block) => block.kind === kind).length)).toEqual([4913, 329, 28, 88, 115]);
});

test('each number is a number, and those that follow from others do', () => {
  for (const block of blocks) {
    const { kind, ...numbers } = block;
    expect(kind).toBeTruthy();
    expect(Object.values(numbers).filter((value) => !(value > 0))).toEqual([]);
    expect(block.area).toBe(block.height * block.length);
    expect(Math.abs(block.eccentricity - block.length / block.height)).toBeLessThan(0.004);
    expect(Math.abs(block.black - block.blackPixels / block.area)).toBeLessThan(0.001);
    expect(Math.abs(block.blackSmoothed - block.blackPixelsSmoothed / block.area)).toBeLessThan(0.001);
  }
});

test('the first block is as in the file', () => {
  expect(blocks[0]).toEqual({
    height: 5,
    length: 7,
    area: 35,
    eccentricity: 1.4,
    black: 0.4,
    blackSmoothed: 0.657,
    meanRun: 2.33,
    blackPixels: 14,
    blackPixelsSmoothed: 23,
    transitions: 6,
    kind: 'text',
  });
});
