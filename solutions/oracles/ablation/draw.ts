/** A whole number between two, both included. */
export const whole = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));
