import { mistakes } from '../classification/samples';
import type { Item, Reference } from '../format';
import { mean, scalar, sum, tensor, vector } from '../numbers';
import { entropyOf, skewed, type Row } from './distributions';

const of =
  (f: (p: Row) => number): Reference =>
  (p) =>
    scalar(f(tensor(p).data));

/** Entropy of one distribution, in nats. */
export const entropy: Item = {
  id: 'entropy',
  title: { pt: 'A entropia', es: 'La entropía' },
  points: { value: 2, shape: 1, stability: 1, leak: 1 },
  functions: [
    {
      name: 'entropy',
      line: 'value',
      reference: of(entropyOf),
      mistakes: mistakes<(p: Row) => number>(of, [
        ['ent-1', 'LOGBASE', (p) => entropyOf(p) / Math.LN2],
        ['ent-2', 'LOGBASE', (p) => entropyOf(p) / Math.LN10],
        ['ent-3', 'SIGN', (p) => -entropyOf(p)],
        ['ent-4', 'TERM', (p) => -sum(p.map(Math.log))],
        ['ent-5', 'TERM', (p) => -mean(p.map(Math.log))],
        ['ent-6', 'AXIS', (p) => entropyOf(p) / p.length],
        ['ent-7', 'OTHER', (p) => 1 - sum(p.map((x) => x * x))],
        ['ent-8', 'OTHER', (p) => entropyOf(p) / Math.log(p.length)],
        ['ent-9', 'EXP', (p) => Math.exp(entropyOf(p))],
        ['ent-10', 'EXP', (p) => 2 ** entropyOf(p)],
        ['ent-11', 'OTHER', (p) => -Math.log(Math.min(...p))],
        ['ent-12', 'ORDER', (p) => -Math.log(sum(p.map((x) => x * x)))],
        ['ent-13', 'EPS', (p) => -sum(p.map((x) => x * Math.log(x + 1e-2)))],
        ['ent-14', 'EPS', (p) => -sum(p.map((x) => x * Math.log(x + 1e-3)))],
        ['ent-15', 'NOLOG', (p) => -sum(p.map((x) => x * Math.sqrt(x)))],
        ['ent-16', 'OTHER', (p) => entropyOf(p) + entropyOf(p.map((x) => 1 - x))],
        ['ent-17', 'OTHER', (p) => -sum(p.map((x) => x * Math.log(1 - x)))],
      ]),
    },
  ],
  publicCases: [[vector(0.7, 0.2, 0.1)], [vector(0.5, 0.25, 0.125, 0.125)], [vector(0.05, 0.6, 0.1, 0.2, 0.05)]],
  secretCases: (random) => [3, 5, 6].map((width) => [vector(...skewed(random, 1, width).flat())]),
  // 0 log 0 counts as 0: what is certain has no entropy.
  extremeCases: [[vector(1, 0, 0)], [vector(0.25, 0, 0.75, 0)]],
};
