/** Round numbers from `low` to `high`, about `count` of them, by steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, count: number): number[] {
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough * 0.999) ?? 10);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => tidied((first + i) * step));
}

/** Without the digits that floating point adds to a decimal fraction, and without -0. */
export const tidied = (x: number): number => Number(x.toPrecision(10)) + 0;

/** A number as the axes and descriptions show it, with a real minus sign. */
export function label(x: number): string {
  const size = Math.abs(x);
  const plain = x === 0 || !Number.isFinite(x) || (size >= 1e-3 && size < 1e6);
  const text = plain ? String(Number(x.toPrecision(3)) + 0) : x.toExponential(2).replace(/\.?0*e\+?/, 'e');
  return text.replaceAll('-', '−');
}
