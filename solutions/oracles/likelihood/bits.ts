import { mistakes } from '../classification/samples';
import type { Argument, Item, Reference } from '../format';
import { scalar, sum, tensor, vector } from '../numbers';
import { cost, drawn, error, halfLog2Pi, meanOf, type Observed, type OfAll } from './observations';

const ofVectors =
  (f: OfAll): Reference =>
  (means, logVariances, target) => {
    const at = (argument: Argument | undefined, i: number): number => tensor(argument).data[i] ?? NaN;
    return scalar(f(tensor(means).data.map((m, i) => ({ m, s: at(logVariances, i), y: at(target, i) }))));
  };

const nats = (one: Observed): number => halfLog2Pi + cost(one);

const right = meanOf((one) => nats(one) / Math.LN2);

const wrong = (f: (one: Observed) => number): OfAll => meanOf((one) => (halfLog2Pi + f(one)) / Math.LN2);

/** The whole Gaussian NLL, with its constant, in bits. */
export const bits: Item = {
  id: 'bits',
  title: { pt: 'A NLL completa, em bits', es: 'La NLL completa, en bits' },
  points: { value: 3, shape: 1, leak: 1 },
  functions: [
    {
      name: 'nllInBits',
      line: 'value',
      reference: ofVectors(right),
      mistakes: mistakes<OfAll>(ofVectors, [
        ['bit-1', 'CONST', meanOf((one) => cost(one) / Math.LN2)],
        ['bit-2', 'LOGBASE', meanOf(nats)],
        ['bit-3', 'LOGBASE', meanOf((one) => nats(one) * Math.LN2)],
        ['bit-4', 'LOGBASE', meanOf((one) => nats(one) / Math.LN10)],
        ['bit-5', 'CONST', meanOf((one) => halfLog2Pi + cost(one) / Math.LN2)],
        ['bit-6', 'CONST', meanOf((one) => (2 * halfLog2Pi + cost(one)) / Math.LN2)],
        ['bit-7', 'SUM', (all) => right(all) * all.length],
        ['bit-8', 'SIGN', (all) => -right(all)],
        ['bit-9', 'NOLOG', meanOf((one) => -Math.exp(-nats(one)))],
        ['bit-10', 'ORDER', (all) => -Math.log2(sum(all.map((one) => Math.exp(-nats(one)))) / all.length)],
        ['bit-11', 'HALF', wrong((one) => one.s / 2 + error(one) ** 2 * Math.exp(-one.s))],
        ['bit-12', 'HALF', wrong((one) => one.s + (error(one) ** 2 * Math.exp(-one.s)) / 2)],
        ['bit-13', 'HALF', meanOf((one) => (2 * nats(one)) / Math.LN2)],
        ['bit-14', 'LOGVAR', wrong((one) => cost({ ...one, s: 2 * one.s }))],
        ['bit-15', 'LOGVAR', wrong((one) => (one.s + error(one) ** 2 * Math.exp(-one.s / 2)) / 2)],
        ['bit-16', 'SIGN', wrong((one) => (one.s + error(one) ** 2 * Math.exp(one.s)) / 2)],
        ['bit-22', 'LOGBASE', meanOf((one) => halfLog2Pi / Math.LN2 + cost(one))],
        ['bit-18', 'LOGVAR', wrong((one) => (one.s + error(one) ** 2 * Math.exp(-2 * one.s)) / 2)],
        ['bit-19', 'LOGVAR', wrong((one) => (one.s + error(one) ** 2 / one.s) / 2)],
        ['bit-20', 'SQ', wrong((one) => (one.s + Math.abs(error(one)) * Math.exp(-one.s)) / 2)],
        ['bit-21', 'SQ', wrong((one) => (one.s + error(one) * Math.exp(-one.s)) / 2)],
        ['bit-17', 'TERM', wrong((one) => (error(one) ** 2 * Math.exp(-one.s)) / 2)],
      ]),
    },
  ],
  publicCases: [
    [vector(1), vector(0), vector(3)],
    [vector(1, 0.25, -1, 2), vector(-0.5, 0.75, 0.5, 1.5), vector(2.25, -0.5, -1, 3)],
  ],
  secretCases: (random) =>
    [4, 5, 7].map((count) => {
      const all = drawn(random, count);
      return [all.map(({ m }) => m), all.map(({ s }) => s), all.map(({ y }) => y)].map((data) => vector(...data));
    }),
  extremeCases: [],
};
