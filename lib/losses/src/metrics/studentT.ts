/**
 * How probable it is that Student's t with `df` degrees of freedom is as far from 0 as `t`, on either side.
 *
 *     p = I_x(df / 2, 1 / 2),  x = df / (df + t²)
 *
 * with the regularised incomplete beta function I; its continued fraction is quick below the mean of the distribution,
 * and I_x(a, b) = 1 - I_{1-x}(b, a) leads there from above it.
 */
export function twoSided(t: number, df: number): number {
  const a = df / 2;
  const ratio = (t * t) / df;
  const x = 1 / (1 + ratio);
  const y = 1 / (1 + 1 / ratio); // 1 - x, of which no digit is lost for a small t
  if (Number.isNaN(ratio)) return NaN;
  // x^a y^½ / B(a, ½)
  const front = Math.exp(-a * Math.log1p(ratio)) * Math.sqrt(y / Math.PI) * gammaRatio(a);
  return x < (a + 1) / (a + 2.5) ? (front / a) * fraction(x, a, 0.5) : 1 - 2 * front * fraction(y, 0.5, a);
}

/** The `t` beyond which, on either side, the probability is `p`. */
export function quantile(p: number, df: number): number {
  let [low, high] = [0, 1];
  while (twoSided(high, df) > p) [low, high] = [high, high * 2];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (twoSided(middle, df) > p) low = middle;
    else high = middle;
  }
}

/**
 * The continued fraction of the incomplete beta function, 1 / (1 + d₁ / (1 + d₂ / (1 + …))), by Lentz's method: `c` and
 * `d` are ratios of one convergent's numerator and denominator to the last one's.
 */
function fraction(x: number, a: number, b: number): number {
  let [value, c, d] = [1, Infinity, 1];
  for (let i = 1; ; i++) {
    const m = Math.floor(i / 2);
    const k = a + 2 * m;
    const term = i % 2 === 0 ? (m * (b - m) * x) / ((k - 1) * k) : (-(a + m) * (a + b + m) * x) / (k * (k + 1));
    d = 1 / (1 + term * d);
    c = 1 + term / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) return value;
  }
}

/** Γ(a + ½) / Γ(a): the asymptotic series for a large `a`, to which the recurrence leads up. */
function gammaRatio(a: number): number {
  let factor = 1;
  for (; a < 100; a++) factor *= a / (a + 0.5);
  const u = 1 / (8 * a);
  return factor * Math.sqrt(a) * (1 - u + u ** 2 / 2 + (5 * u ** 3) / 2 - (21 * u ** 4) / 8 - (399 * u ** 5) / 8);
}
