/** Digits after the point, as PyTorch prints them. */
const PRECISION = 4;

/**
 * How to write the values of a tensor so that they line up, as PyTorch does: whole numbers with a point, others with four
 * digits, in powers of ten where sizes differ too much.
 * @param values those that are shown
 */
export function formatter(dtype: string, values: readonly number[]): (value: number | string) => string {
  const write = writer(dtype, values);
  // As PyTorch, what is not finite counts not.
  const counted = dtype === 'float32' ? values.filter(isUsual) : values;
  const width = Math.max(0, ...counted.map((value) => write(value).length));
  return (value) => write(value).padStart(width);
}

function writer(dtype: string, values: readonly number[]): (value: number | string) => string {
  if (dtype === 'string') return (value) => JSON.stringify(value);
  if (dtype === 'bool') return (value) => (Number(value) === 0 ? 'false' : 'true');
  if (dtype !== 'float32') return String;
  const sizes = values.filter(isUsual).map(Math.abs);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const whole = sizes.every(Number.isInteger);
  const powers = sizes.length > 0 && (largest / smallest > 1000 || largest > 1e8 || (!whole && smallest < 1e-4));
  return finite(powers ? toPower : whole ? toWhole : (value) => value.toFixed(PRECISION));
}

function isUsual(value: number): boolean {
  return Number.isFinite(value) && value !== 0;
}

function finite(write: (value: number) => string): (value: number | string) => string {
  return (value) => {
    const number = Number(value);
    if (Number.isNaN(number)) return 'nan';
    if (!Number.isFinite(number)) return number > 0 ? 'inf' : '-inf';
    return Object.is(number, -0) ? `-${write(0)}` : write(number);
  };
}

function toWhole(value: number): string {
  return `${value.toFixed(0)}.`;
}

/** PyTorch writes at least two digits of the power. */
function toPower(value: number): string {
  return value.toExponential(PRECISION).replace(/e([+-])(\d)$/, 'e$10$2');
}
