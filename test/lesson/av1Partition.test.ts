import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { av1Ablation, av1Partition } from 'lossbook-lesson';

const folder = join(__dirname, '..', '..', 'datasets', 'av1-partition');
const blocks = av1Partition();

test.each(['av1-partition.csv', 'av1-partition.bin', 'pictures.csv', 'ablation.csv'])(
  '%s is the file of the README, byte for byte',
  (file) => {
    const checksum = createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(checksum);
  },
);

test('11896 blocks of 14 pictures, at most 900 of each, a position once', () => {
  expect(blocks).toHaveLength(11896);
  const pictures = [...new Set(blocks.map(({ picture }) => picture))];
  expect(pictures).toHaveLength(14);
  const counts = pictures.map((picture) => blocks.filter((block) => block.picture === picture).length);
  expect(Math.max(...counts)).toBe(900);
  expect(new Set(blocks.map(({ picture, row, column }) => `${picture} ${row} ${column}`)).size).toBe(blocks.length);
});

test('each partition, quantizer and fold is one of those that there are', () => {
  const partitions = ['NONE', 'HORZ', 'VERT', 'SPLIT', 'HORZ_A', 'HORZ_B', 'VERT_A', 'VERT_B', 'HORZ_4', 'VERT_4'];
  expect(partitions.map((one) => blocks.filter(({ partition }) => partition === one).length)).toEqual([
    3760, 1478, 1246, 3344, 241, 230, 167, 234, 554, 642,
  ]);
  expect([...new Set(blocks.map(({ qindex }) => qindex))].sort((a, b) => a - b)).toEqual([96, 144, 192]);
  expect([...new Set(blocks.map(({ fold }) => fold))].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('a picture is in one fold, and a fold has two', () => {
  const places = new Set(blocks.map(({ picture, fold }) => `${fold} ${picture}`));
  for (let fold = 0; fold < 7; fold++) {
    expect([...places].filter((place) => place.startsWith(`${fold} `))).toHaveLength(2);
  }
});

test('a block has 256 pixels of its own', () => {
  expect(blocks.filter(({ pixels }) => pixels.length !== 256)).toEqual([]);
  expect(Array.from(blocks[0]?.pixels.slice(0, 5) ?? [])).toEqual([247, 247, 247, 247, 246]);
});

test('results: ten seeds of each loss on each fold, and the test never better than its best step', () => {
  const runs = av1Ablation();
  const losses = ['baseline', '4A', '4B', '4C', '4D', 'plain', 'adjusted', 'balanced'];
  for (const loss of losses) {
    const some = runs.filter((run) => run.split === 'picture' && run.loss === loss);
    expect(new Set(some.map(({ fold, seed }) => `${fold} ${seed}`)).size).toBe(70);
  }
  expect(runs).toHaveLength(9 * 70);
  for (const run of runs) {
    expect(run.test).toBeLessThanOrEqual(run.best);
    const mean = (run.classes[0] + run.classes[1] + run.classes[2]) / 3;
    expect(Math.abs(mean - run.test)).toBeLessThan(2e-6);
    for (const share of [run.validation, run.ece, run.scaledEce]) expect(share >= 0 && share <= 1).toBe(true);
    expect(run.temperature).toBeGreaterThan(0);
  }
});
