/**
 * The error function to the last digits of a double.
 *
 *     erf(x) = 2 / √π · exp(-x²) · Σ_n x (2x²)ⁿ / (1 · 3 · 5 ⋯ (2n + 1))
 *
 * Every term has the sign of `x`, so nothing cancels. Beyond 6 the result is ±1 to the last digit.
 */
export function erf(x: number): number {
  if (Math.abs(x) > 6) {
    return Math.sign(x);
  }
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > Math.abs(sum) * 1e-17; odd += 2) {
    term *= (2 * x * x) / odd;
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}
