import type { Tensor } from '@tensorflow/tfjs-core';
import { tidy } from '@tensorflow/tfjs-core';
import { ready } from '../../../lib/losses/src/index';
import type * as RunLoss from '../../../lib/losses/src/core/runLoss';
import { applyLoss, makeInput, optionsOf } from '../../../lib/reference/src/parity/apply';
import type { Case } from '../../../lib/reference/src/parity/fixtures';
import { isLong, losses, readFixture } from '../../../lib/reference/src/parity/fixtures';
import { lossFunction } from '../lossFunction';

interface Call {
  loss: string;
  attributes: Record<string, unknown>;
  /** The numbers of each tensor that is given, sorted: a loss may reshape and transpose it. */
  numbers: string[];
}

let calls: Call[] = [];

jest.mock('../../../lib/losses/src/core/runLoss', () => {
  const actual = jest.requireActual<typeof RunLoss>('../../../lib/losses/src/core/runLoss');
  const noting: typeof actual.runLoss = (loss, inputs, attributes, composed) => {
    const given = Object.values<Tensor | undefined>(inputs).filter((tensor) => tensor !== undefined);
    calls.push({ loss, attributes, numbers: given.map(sorted) });
    return actual.runLoss(loss, inputs, attributes, composed);
  };
  return { runLoss: noting };
});

function sorted(x: Tensor): string {
  return String(Float32Array.from(x.dataSync()).sort());
}

/** Options that are no attribute: tensors that were given as a number, and what other inputs are made of. */
const tensorsAnyway = ['weight', 'posWeight', 'counts', 'beta of classBalancedFocalLoss'];

/** A faster kernel for a backend comes in there, so it has to be told everything. */
describe('a loss is one call of runLoss', () => {
  beforeAll(() => ready('cpu'));

  test.each(losses)('%s', (name) => {
    const ordinary = readFixture(name).cases.filter((c) => !isLong(c));
    const problems = ordinary.flatMap((c) => problemsOf(name, c).map((problem) => `${c.name}: ${problem}`));
    expect(problems).toEqual([]);
  });
});

function problemsOf(name: string, c: Case): string[] {
  return tidy(() => {
    calls = [];
    const inputs = c.inputs.map(makeInput);
    applyLoss(lossFunction(name), c, inputs);
    const [call, ...others] = calls;
    if (call === undefined || others.length > 0) return [`${calls.length} calls`];

    const problems = call.loss === name ? [] : [`its name is ${call.loss}`];
    const own = inputs.slice(0, inputs.length - c.tensors.length).filter(({ dtype }) => dtype === 'float32');
    for (const [i, input] of own.entries()) {
      if (!call.numbers.includes(sorted(input))) problems.push(`input ${i} is missing`);
    }
    const options: Record<string, unknown> = { reduction: 'mean', ...optionsOf(c) };
    for (const [option, value] of Object.entries(options)) {
      const isTensor = [option, `${option} of ${name}`].some((what) => tensorsAnyway.includes(what));
      if (!isTensor && String(call.attributes[option]) !== String(value)) problems.push(`${option} is missing`);
    }
    return problems;
  });
}
