import { contentHash, type RunJob } from '../../../lib/grader/src/run/runJob';
import { defaultLimits } from '../../../lib/grader/src/sandbox/limits';

const job: RunJob = {
  version: 1,
  steps: [{ do: 'run', cell: 1, source: 'const a = 1;', item: undefined }],
  withoutAnswer: [],
  wanted: [{ item: 'mse', name: 'mse', cases: [[1, { shape: [1], data: 'AAAAAA==' }]] }],
  forbidden: ['tf.losses'],
  runtime: 'r',
  versions: { node: '20', converter: 'c' },
  isolated: true,
  limits: defaultLimits,
};

test('a job that went through JSON, or has its fields in another order, is the same job', () => {
  const copy = JSON.parse(JSON.stringify(job)) as RunJob;
  expect(contentHash(copy)).toBe(contentHash(job));
  expect(contentHash(Object.fromEntries(Object.entries(job).reverse()) as unknown as RunJob)).toBe(contentHash(job));
});

test.each<Partial<RunJob>>([
  { steps: [{ do: 'run', cell: 1, source: 'const a = 2;', item: undefined }] },
  { wanted: [] },
  { runtime: 's' },
  { versions: { node: '22', converter: 'c' } },
  { isolated: false },
  { limits: { ...defaultLimits, cpuSeconds: 1 } },
])('another job: %j', (change) => {
  expect(contentHash({ ...job, ...change })).not.toBe(contentHash(job));
});
