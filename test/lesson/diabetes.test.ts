import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diabetes } from 'lossbook-lesson';

const folder = join(__dirname, '..', '..', 'datasets', 'diabetes');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const all = diabetes();

test('the file is the one of the README, byte for byte', () => {
  const checksum = createHash('sha256')
    .update(readFileSync(join(folder, 'diabetes.csv')))
    .digest('hex');
  expect(checksum).toBe('36e3fd6f8158bdc41f916d8989653227e5a5dd506c508de3f33febb48213e641');
  expect(readme).toContain(checksum);
});

test('442 patients with ten finite inputs each', () => {
  expect(all).toHaveLength(442);
  for (const { inputs } of all) {
    expect(inputs).toHaveLength(10);
    expect(inputs.filter((x) => !Number.isFinite(x))).toEqual([]);
  }
});

test('the first patient is as in the file', () => {
  expect(all[0]).toEqual({
    line: 2,
    inputs: [59, 2, 32.1, 101, 157, 93.2, 38, 4, 4.8598, 87],
    bmi: 32.1,
    progression: 151,
  });
});

test('ranges are those of the README', () => {
  const ranges = readme.split('\n').flatMap((line) => {
    const [, name, low, high] = /^\| `(\w+)`.*\| ([\d.]+) to ([\d.]+)/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, range: [Number(low), Number(high)] }];
  });
  const names = ['age', 'sex', 'bmi', 'bp', 's1', 's2', 's3', 's4', 's5', 's6'];
  expect(ranges.map(({ name }) => name)).toEqual([...names.filter((name) => name !== 'sex'), 'progression']);
  for (const { name, range } of ranges) {
    const column = all.map(({ inputs, progression }) =>
      name === 'progression' ? progression : (inputs[names.indexOf(name)] ?? NaN),
    );
    expect([Math.min(...column), Math.max(...column)].map((x) => Number(x.toFixed(2)))).toEqual(range);
  }
});

test('the spread of the target grows with bmi', () => {
  const sorted = [...all].sort((a, b) => a.bmi - b.bmi).map(({ progression }) => progression);
  const spread = (part: number[]): number => {
    const mean = part.reduce((total, y) => total + y, 0) / part.length;
    return Math.sqrt(part.reduce((total, y) => total + (y - mean) ** 2, 0) / (part.length - 1));
  };
  const [low, high] = [spread(sorted.slice(0, 110)), spread(sorted.slice(-110))].map(Math.round);
  expect(readme).toContain(`deviation of ${low}, in the quarter with the highest one of ${high}`);
});
