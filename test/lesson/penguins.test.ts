import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { penguins } from 'lossbook-lesson';
import type { Penguin } from 'lossbook-lesson';

const folder = join(__dirname, '..', '..', 'datasets', 'penguins');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const rows = penguins();
const count = (has: (row: Penguin) => boolean): number => rows.filter(has).length;

test('the file is the one of the README, byte for byte', () => {
  const checksum = createHash('sha256')
    .update(readFileSync(join(folder, 'penguins.csv')))
    .digest('hex');
  expect(checksum).toBe('f204db2c753b0937caac3cb35258562c14f073e4bbc76be24b4c51ce22767a93');
  expect(readme).toContain(checksum);
});

test('344 birds of three species; missing values are null', () => {
  expect(rows).toHaveLength(344);
  expect(['Adelie', 'Chinstrap', 'Gentoo'].map((name) => count(({ species }) => species === name))).toEqual([
    152, 68, 124,
  ]);
  expect(['female', 'male', null].map((name) => count(({ sex }) => sex === name))).toEqual([165, 168, 11]);
  for (const key of ['billLength', 'billDepth', 'flipperLength', 'bodyMass'] as const) {
    expect(count((row) => row[key] === null)).toBe(2);
    expect(count((row) => row[key] !== null && !((row[key] ?? 0) > 0))).toBe(0);
  }
  expect(new Set(rows.map(({ island }) => island))).toEqual(new Set(['Biscoe', 'Dream', 'Torgersen']));
  expect(new Set(rows.map(({ year }) => year))).toEqual(new Set([2007, 2008, 2009]));
});

test('the first row and the odd bird are as in the file', () => {
  expect(rows[0]).toEqual({
    line: 2,
    species: 'Adelie',
    island: 'Torgersen',
    billLength: 39.1,
    billDepth: 18.7,
    flipperLength: 181,
    bodyMass: 3750,
    sex: 'male',
    year: 2007,
  });
  expect(rows.find(({ line }) => line === 295)).toEqual({
    line: 295,
    species: 'Chinstrap',
    island: 'Dream',
    billLength: 58,
    billDepth: 17.8,
    flipperLength: 181,
    bodyMass: 3700,
    sex: 'female',
    year: 2007,
  });
});

test('the data are found from any folder', () => {
  const home = process.cwd();
  process.chdir(tmpdir());
  try {
    expect(penguins()).toHaveLength(344);
  } finally {
    process.chdir(home);
  }
});

describe('the README’s table of slopes', () => {
  const birds = rows.filter(({ species, sex }) => species === 'Chinstrap' && sex === 'female');
  const points = (all: Penguin[]): Point[] =>
    all.map(({ flipperLength, billLength }) => ({ x: flipperLength ?? NaN, y: billLength ?? NaN }));
  const all = points(birds);
  const without = points(birds.filter(({ line }) => line !== 295));

  test('34 birds, 33 without line 295, whose bills are from 40.9 to 50.9 mm', () => {
    expect([all.length, without.length]).toEqual([34, 33]);
    const bills = without.map(({ y }) => y);
    expect([Math.min(...bills), Math.max(...bills)]).toEqual([40.9, 50.9]);
  });

  test.each([
    ['MSE', leastSquares],
    ['L1', leastAbsolute],
    ['Huber, δ = 1', (data: Point[]) => huber(data, 1)],
    ['Huber, δ = 2', (data: Point[]) => huber(data, 2)],
  ])('%s', (name, fit) => {
    const row = readme.split('\n').find((line) => line.startsWith(`| ${name} `));
    const printed = (row ?? '').split('|').slice(2, 6).map(Number);
    const [one, other] = [fit(all), fit(without)];
    const computed = [one.slope, other.slope, one.intercept, other.intercept].map((x) => Number(x.toFixed(4)));
    expect(computed).toEqual(printed);
  });

  test('its residual and Cook’s distance', () => {
    const { slope, intercept } = leastSquares(all);
    const meanX = all.reduce((sum, { x }) => sum + x, 0) / all.length;
    const spread = all.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
    const residuals = all.map(({ x, y }) => y - intercept - slope * x);
    const squares = residuals.reduce((sum, e) => sum + e * e, 0);
    const freedom = all.length - 2;
    const cook = all.map(({ x }, i) => {
      const leverage = 1 / all.length + (x - meanX) ** 2 / spread;
      const standardised = (residuals[i] ?? NaN) / Math.sqrt((squares / freedom) * (1 - leverage));
      const studentised = standardised * Math.sqrt((freedom - 1) / (freedom - standardised ** 2));
      return { studentised, distance: (standardised ** 2 * leverage) / (1 - leverage) / 2 };
    });
    const [first, second] = cook.sort((a, b) => b.distance - a.distance);
    expect(first?.studentised.toFixed(2)).toBe('6.05');
    expect(first?.distance.toFixed(2)).toBe('1.35');
    expect(second?.distance.toFixed(2)).toBe('0.12');
  });
});

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly slope: number;
  readonly intercept: number;
}

function leastSquares(data: Point[], weight: (point: Point) => number = () => 1): Line {
  const total = (f: (point: Point) => number): number => data.reduce((sum, point) => sum + weight(point) * f(point), 0);
  const n = total(() => 1);
  const [meanX, meanY] = [total(({ x }) => x) / n, total(({ y }) => y) / n];
  const slope = total(({ x, y }) => (x - meanX) * (y - meanY)) / total(({ x }) => (x - meanX) ** 2);
  return { slope, intercept: meanY - slope * meanX };
}

/** The best line through two of the points: a minimum of L1 is always among them. */
function leastAbsolute(data: Point[]): Line {
  let best = { slope: NaN, intercept: NaN, cost: Infinity };
  for (const a of data) {
    for (const b of data) {
      if (a.x >= b.x) continue;
      const slope = (b.y - a.y) / (b.x - a.x);
      const intercept = a.y - slope * a.x;
      const cost = data.reduce((sum, { x, y }) => sum + Math.abs(y - intercept - slope * x), 0);
      if (cost < best.cost) best = { slope, intercept, cost };
    }
  }
  return best;
}

function huber(data: Point[], delta: number): Line {
  let line = leastSquares(data);
  for (let i = 0; i < 3000; i += 1) {
    const { slope, intercept } = line;
    line = leastSquares(data, ({ x, y }) => Math.min(1, delta / Math.abs(y - intercept - slope * x)));
  }
  return line;
}
