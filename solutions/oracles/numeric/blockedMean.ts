import { mistakes } from '../classification/samples';
import { shapes } from '../draw';
import type { Item, Reference } from '../format';
import { matrix, mean, median, number, scalar, sum, tensor, vector } from '../numbers';

/** All numbers, and the length of a block. */
type Blocked = (x: readonly number[], block: number) => number;

const ofAll =
  (f: Blocked): Reference =>
  (x, block) =>
    scalar(f(tensor(x).data, number(block)));

const blocksOf = (x: readonly number[], block: number): number[][] =>
  Array.from({ length: Math.ceil(x.length / block) }, (_, i) => x.slice(i * block, (i + 1) * block));

/** The elements of the blocks that are full. */
const full = (x: readonly number[], block: number): readonly number[] => x.slice(0, x.length - (x.length % block));

/** The sum of what is taken of each block, over all elements. */
const ofBlocks =
  (part: (one: readonly number[], block: number) => readonly number[]): Blocked =>
  (x, block) =>
    sum(blocksOf(x, block).flatMap((one) => part(one, block))) / x.length;

/** The mean of all elements, by the sums of blocks: what one float32 sum loses in a long tensor is kept. */
export const blockedMean: Item = {
  id: 'blockedMean',
  title: { pt: 'A média em dois estágios', es: 'La media en dos etapas' },
  points: { value: 3, shape: 1, stability: 3, leak: 1 },
  functions: [
    {
      name: 'blockedMean',
      line: 'value',
      reference: ofAll(mean),
      mistakes: mistakes<Blocked>(ofAll, [
        ['blk-1', 'SUM', sum],
        ['blk-2', 'BLOCKS', (x, block) => mean(blocksOf(x, block).map(mean))],
        ['blk-3', 'PART', (x, block) => sum(full(x, block)) / x.length],
        ['blk-4', 'PART', (x, block) => mean(full(x, block))],
        ['blk-5', 'DIV', (x, block) => sum(x) / (block * Math.ceil(x.length / block))],
        ['blk-6', 'DIV', (x, block) => sum(x) / Math.ceil(x.length / block)],
        ['blk-7', 'DIV', (x, block) => sum(x) / block],
        ['blk-8', 'SIGN', (x) => -mean(x)],
        ['blk-9', 'PART', (x, block) => mean(x.slice(0, block))],
        ['blk-10', 'ABS', (x) => mean(x.map(Math.abs))],
        ['blk-11', 'SQ', (x) => mean(x.map((one) => one * one))],
        ['blk-12', 'OTHER', median],
        ['blk-13', 'DIV', (x) => sum(x) / (x.length - 1)],
        ['blk-14', 'PART', (x, block) => sum(x.slice(full(x, block).length)) / x.length],
        ['blk-15', 'OTHER', (x) => Math.max(...x)],
        ['blk-16', 'DIV', (x, block) => sum(x) / (block * Math.floor(x.length / block))],
        ['blk-17', 'PART', (x, block) => sum(x.slice(block)) / x.length],
        ['blk-18', 'PART', ofBlocks((one) => one.slice(1))],
        ['blk-19', 'PART', ofBlocks((one, block) => one.slice(0, block - 1))],
        ['blk-20', 'PART', ofBlocks((one) => one.slice(0, 1))],
        ['blk-21', 'DIV', (x, block) => mean(x) / Math.ceil(x.length / block)],
        ['blk-22', 'DIV', (x, block) => sum(x) / Math.floor(x.length / block)],
        [
          'blk-23',
          'CARRY',
          (x, block) => sum(blocksOf(x, block).map((_one, i) => sum(x.slice(0, (i + 1) * block)))) / x.length,
        ],
      ]),
    },
  ],
  // No length is a multiple of its block.
  publicCases: [
    [vector(1, 2, 6, -1, 3.5), 2],
    [
      matrix([
        [2, -1, 0.5, 4],
        [3, 1.5, -2.5, 0.25],
        [5, -0.75, 1, 2.25],
      ]),
      5,
    ],
    [vector(0.5, 3, -2, 4.5, 1, 7, -0.25, 2.5, 6, 1.5, 5), 4],
  ],
  secretCases: (random) =>
    shapes(random).map((shape) => {
      const size = shape.reduce((product, n) => product * n, 1);
      const data = Array.from({ length: size }, (_, i) =>
        Math.fround(1.5 + 5 * random() - 2 + (i === size - 1 ? 4 : 0) + (i === 0 ? -3.5 : 0)),
      );
      const block = [4, 5, 7, 6, 8, 3].find((length) => size % length > 0) ?? 4;
      return [{ shape: [...shape], data }, block];
    }),
  // So long that a single float32 sum is wrong in the fourth digit.
  extremeCases: [
    [{ shape: [16384], data: new Array<number>(16384).fill(Math.fround(0.1)) }, 128],
    [{ shape: [20000], data: new Array<number>(20000).fill(Math.fround(0.9)) }, 130],
  ],
};
