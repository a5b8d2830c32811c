/** @throws RangeError when an option is not a finite number ≥ 0 */
export function atLeast0(loss: string, options: Record<string, number>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value >= 0 && value < Infinity)) {
      throw new RangeError(`${loss}: ${name} must be ≥ 0 and finite, got ${value}`);
    }
  }
}

/** @throws RangeError when an option is not a number from 0 to 1 */
export function within01(loss: string, options: Record<string, number>): void {
  for (const [name, value] of Object.entries(options)) {
    if (!(value >= 0 && value <= 1)) {
      throw new RangeError(`${loss}: ${name} must be in [0, 1], got ${value}`);
    }
  }
}
