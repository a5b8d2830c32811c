import { families } from '../../lib/diagnosis/src/sentence/families';
import { shapeHints } from '../../lib/diagnosis/src/sentence/shapes';
import { isUntouched, judge } from 'lossbook-diagnosis';
import { subjects } from './formulas';

const sentences = [...Object.entries(families), ...Object.entries(shapeHints)];

test.each(sentences)('%s: two languages, a question, no letter of the other', (_name, { pt, es }) => {
  expect(pt).not.toBe(es);
  expect(pt).toMatch(/\?/);
  expect(es).toMatch(/¿.*\?/);
  expect(pt).not.toMatch(/[ñ¿¡]/i);
  expect(es).not.toMatch(/[çãõâêôà]/i);
  expect(pt.includes('{n}')).toBe(es.includes('{n}'));
});

test('every family that a regression exercise needs has a question', () => {
  const needed = new Set(subjects.flatMap(({ mistakes }) => mistakes.map(({ family }) => family)));
  expect([...needed].filter((family) => !(family in families))).toEqual([]);
});

test('a family without a question still gives a sentence', () => {
  const scalar = (x: number) => ({ shape: [], data: [x] });
  const verdict = judge([
    { args: [2], expected: scalar(1), got: scalar(5), mistakes: [{ id: 'a', family: 'NEW', result: scalar(5) }] },
  ]);
  expect(verdict).toMatchObject({ families: ['NEW'], sentence: { pt: expect.stringContaining('?') as string } });
});

test('untouched is NaN in every case where a number is asked', () => {
  const [nan, one] = [NaN, 1].map((x) => ({ shape: [], data: [x] })) as [never, never];
  const vectorOfNaN = { shape: [2], data: [NaN, NaN] };
  expect(isUntouched([{ got: nan, expected: one }])).toBe(true);
  expect(isUntouched([{ got: vectorOfNaN, expected: { shape: [2], data: [1, 2] } }])).toBe(true);
  expect(isUntouched([{ got: { shape: [0], data: [] }, expected: one }])).toBe(false);
  expect(
    isUntouched([
      { got: nan, expected: one },
      { got: one, expected: one },
    ]),
  ).toBe(false);
  expect(isUntouched([{ got: nan, expected: nan }])).toBe(false);
  expect(isUntouched([])).toBe(false);
});
