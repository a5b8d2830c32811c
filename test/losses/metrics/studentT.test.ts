import { quantile, twoSided } from '../../../lib/losses/src/metrics/studentT';
import { erf } from '../../../lib/losses/src/metrics/erf';

const near = (got: number, expected: number, tolerance: number) => {
  expect(Math.abs(got / expected - 1)).toBeLessThan(tolerance);
};
const sizes = Array.from({ length: 121 }, (_, i) => 10 ** (i / 10 - 6));

describe("Student's t", () => {
  test('with one degree of freedom is an arctangent, with two a root', () => {
    for (const t of sizes) {
      near(twoSided(t, 1), (2 / Math.PI) * Math.atan(1 / t), 1e-13);
      const root = Math.sqrt(2 + t * t);
      near(twoSided(t, 2), 2 / (root * (root + t)), 1e-13);
    }
  });

  test('with very many is Gaussian', () => {
    for (const t of [0.01, 0.5, 1, 2, 3]) near(twoSided(t, 1e9), 1 - erf(t / Math.SQRT2), 1e-7);
  });

  test('of no, of infinite and of no defined size', () => {
    expect([0, Infinity, -Infinity, NaN].map((t) => twoSided(t, 3))).toEqual([1, 0, 0, NaN]);
  });

  test('is found again by its probability', () => {
    for (const df of [1, 2, 3, 9, 99, 10_000]) {
      for (const t of [0.01, 1, 2.5, 20]) {
        const p = twoSided(t, df);
        if (p > 1e-12) near(quantile(p, df), t, 1e-9);
      }
    }
  });
});
