import { join } from 'node:path';
import * as lossbook from '../../lib/losses/src/index';
import { parseDocstring } from '../../lib/reference/src/docstring/docstring';
import { readEntries } from '../../lib/reference/src/docstring/entries';

const comment = `/**
 * Halving loss: for tests.
 *
 * With \`x\`,
 *
 *     loss = x / 2 if x > 0
 *          = 0     otherwise
 *
 * @param input predictions, and
 * what follows
 * @param options.by half of it
 * @returns the loss
 * @throws RangeError when
 * it must
 *
 * @example
 * halving(2)  // 1
 * halving(-2) // 0
 *
 * Same as \`x.clamp_min(0) / 2\`. Differs: in
 * nothing.
 *
 * Ada, "One", 1843.
 * https://one.org
 * Grace, "Two", 1952. https://two.org
 */`;

test('a docstring has its parts', () => {
  expect(parseDocstring(comment)).toEqual({
    summary: 'Halving loss: for tests.',
    description: 'Halving loss: for tests.\n\nWith `x`,\n\n    loss = x / 2 if x > 0\n         = 0     otherwise',
    parameters: [
      { name: 'input', text: 'predictions, and what follows' },
      { name: 'options.by', text: 'half of it' },
    ],
    returns: 'the loss',
    throws: 'RangeError when it must',
    examples: ['halving(2)  // 1', 'halving(-2) // 0'],
    sameAs: 'Same as `x.clamp_min(0) / 2`.',
    differs: 'in nothing.',
    references: ['Ada, "One", 1843. https://one.org', 'Grace, "Two", 1952. https://two.org'],
  });
});

const entries = readEntries(join(__dirname, '../../lib/losses/src'));

test('each exported function is read, with its class', () => {
  const functions = Object.keys(lossbook).filter((name) => /^[a-z]/.test(name));
  expect(entries.map(({ name }) => name).sort()).toEqual(functions.sort());
  const classes = Object.keys(lossbook).filter((name) => /^[A-Z]/.test(name));
  expect(entries.flatMap(({ className }) => className ?? []).sort()).toEqual(classes.sort());
});

test.each(entries.filter(({ className }) => className))('$name has every part', ({ docstring }) => {
  const { summary, parameters, returns, throws, examples, sameAs, differs, references } = docstring;
  expect([summary, returns, throws, sameAs, differs].filter((text) => text.length < 5 && text !== '')).toEqual([]);
  expect([summary, returns, throws, sameAs, differs]).not.toContain('');
  expect(parameters.filter(({ name, text }) => !name || !text)).toEqual([]);
  expect(examples.length).toBeGreaterThan(1);
  expect(references.length).toBeGreaterThan(0);
});

test('a call has the parameters of the function', () => {
  expect(entries.find(({ name }) => name === 'huberLoss')).toMatchObject({
    call: 'huberLoss(input, target, options?)',
    className: 'HuberLoss',
    file: 'regression/huber.ts',
    family: 'regression',
  });
});
