import type { Item } from '../format';
import { matrix, mean, sum, vector } from '../numbers';
import { classesOf, labelled, scores, sizes } from './draw';
import { argmax, at, dot, logSoftmax, oneHot } from './rows';
import { losses, meanOfSamples, mistakes, ofSamples, type SampleLoss, type Samples } from './samples';

const right: SampleLoss = (row, y) => -at(row, y);

/** -mean of the class's log-probability. */
export const nll: Item = {
  id: 'nll',
  title: { pt: 'A NLL', es: 'La NLL' },
  points: { value: 2, shape: 1, leak: 1 },
  functions: [
    {
      name: 'nll',
      line: 'value',
      reference: meanOfSamples(right),
      mistakes: [
        ...mistakes<SampleLoss>(meanOfSamples, [
          ['nll-1', 'NOLOG', (row, y) => -Math.exp(at(row, y))],
          ['nll-3', 'NOLOG', (row, y) => -Math.log(at(row, y))],
          ['nll-4', 'TERM', (row) => -mean(row)],
          ['nll-6', 'SIGN', at],
          ['nll-7', 'OFFBY1', (row, y) => -at(row, (y + row.length - 1) % row.length)],
          ['nll-8', 'ARGMAX', (row) => -at(row, argmax(row))],
          ['nll-9', 'LOGBASE', (row, y) => -at(row, y) / Math.LN2],
          ['nll-10', 'AXIS', (row, y) => -at(row, y) / row.length],
          ['nll-11', 'TERM', (row) => -sum(row)],
          ['nll-17', 'NOLOG', (row, y) => 1 - Math.exp(at(row, y))],
          ['nll-18', 'OTHER', (row, y) => -sum(row.map((l, c) => (c === y ? l : Math.log(1 - Math.exp(l)))))],
          ['nll-19', 'TERM', (row, y) => -mean(row) * y],
          // What one-hot rows of a class that is none give.
          ['nll-14', 'OFFBY1', (row, y) => -dot(row, oneHot(row, y - 1))],
          ['nll-15', 'OFFBY1', (row, y) => -dot(row, oneHot(row, y + 1))],
        ]),
        ...mistakes<(all: Samples) => number>(ofSamples, [
          ['nll-5', 'SUM', (all) => sum(losses(all, right))],
          ['nll-12', 'ORDER', (all) => -Math.log(mean(losses(all, (row, y) => Math.exp(at(row, y)))))],
          ['nll-13', 'OTHER', (all) => Math.exp(mean(losses(all, right)))],
          ['nll-16', 'BROADCAST', ({ rows, y }) => -mean(rows.flatMap((row) => y.map((k) => at(row, k))))],
        ]),
      ],
    },
  ],
  publicCases: [
    [matrix([[0.7, 0.2, 0.1]].map((row) => row.map(Math.log))), vector(0)],
    [
      matrix(
        [
          [0.75, 0.125, 0.125],
          [0.25, 0.25, 0.5],
          [0.5, 0.375, 0.125],
          [0.125, 0.625, 0.25],
          [0.1, 0.6, 0.3],
        ].map((row) => row.map(Math.log)),
      ),
      vector(0, 2, 1, 2, 1),
    ],
    [
      matrix(
        [
          [0.5, 0.25, 0.15, 0.1],
          [0.05, 0.15, 0.2, 0.6],
          [0.3, 0.2, 0.4, 0.1],
        ].map((row) => row.map(Math.log)),
      ),
      vector(2, 3, 0),
    ],
  ],
  secretCases: (random) =>
    sizes(random).map(([count, width]) => {
      const rows = scores(random, count, width);
      return labelled(
        rows.map((row) => logSoftmax(row).map(Math.fround)),
        classesOf(random, rows),
      );
    }),
  extremeCases: [],
};
