import type { FunctionRun, Hit, Run } from '../../../lib/grader/src/judge/hit';
import { BadStoredRun, packRun, unpackRun } from '../../../lib/grader/src/run/storedRun';

const hits: readonly Hit[] = [
  { why: 'answer-missing' },
  { why: 'function-missing', name: 'mse' },
  { why: 'type-error', cell: 3, fault: { line: 1, column: 2, message: 'm', text: 't' } },
  { why: 'types-stopped', cell: 3 },
  { why: 'cell-threw', cell: 3, error: { name: 'Error', message: 'x' } },
  { why: 'cell-stopped', cell: 3, stop: 'cpu' },
  { why: 'call-threw', name: 'mse', error: { name: 'Error', message: 'x' } },
  { why: 'no-tensor', name: 'mse', what: 'number' },
  { why: 'call-stopped', name: 'mse', stop: 'wall' },
  { why: 'given-up' },
];

const run: Run = {
  functions: new Map([
    [
      'mse',
      new Map<string, FunctionRun>([
        [
          'mse',
          {
            outcomes: [
              { got: 'tensor', shape: [2, 2], data: [1.5, NaN, -Infinity, Math.fround(0.1)], leaked: 1 },
              { got: 'tensor', shape: [99_999], data: undefined, leaked: 0 },
              { got: 'other', what: 'Promise' },
              { got: 'thrown', error: { name: 'Error', message: 'no' } },
            ],
          },
        ],
        ...hits.map((hit, i) => [`f${i}`, { hit }] as const),
      ]),
    ],
  ]),
  failures: hits.map((hit, i) => ({ cell: i, hit })),
  output: 'printed\n',
};

const stored = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify(packRun(run, 'bubblewrap'))) as Record<string, unknown>;

test('a run that went through JSON is the same run', () => {
  expect(unpackRun(stored())).toEqual(run);
});

test.each([
  ['nothing', () => undefined],
  ['another version', () => ({ ...stored(), version: 2 })],
  ['no functions', () => ({ ...stored(), functions: 'all' })],
  ['a hit of no kind', () => ({ ...stored(), failures: [{ cell: 1, hit: { why: 'magic' } }] })],
  [
    'a stop of no kind',
    () => ({ ...stored(), failures: [{ cell: 1, hit: { why: 'cell-stopped', cell: 1, stop: 'x' } }] }),
  ],
  ['a cell that is no number', () => ({ ...stored(), failures: [{ cell: '1', hit: { why: 'given-up' } }] })],
  [
    'numbers that do not fit their shape',
    () => ({
      ...stored(),
      functions: [{ item: 'a', name: 'b', outcomes: [{ got: 'tensor', shape: [3], data: 'AAAA', leaked: 0 }] }],
    }),
  ],
])('%s is no stored run', (_, damaged) => {
  expect(() => unpackRun(damaged())).toThrow(BadStoredRun);
});
