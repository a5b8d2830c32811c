/** A number of JSON, outside of strings as the files of `check()` have them: after an opening bracket, a colon or a comma. */
const numbers = /(?<=[[:,])-?\d[\d.e+-]*/g;

/**
 * Whether two JSON texts differ in white space and the last digits of numbers at most: Node.js' `Math.exp` and `Math.pow` are not
 * the same to the last bit in each of its versions, and line breaks follow the length of the digits.
 */
export function sameNumbers(one: string, other: string): boolean {
  const [left, right] = [one, other].map((text) => text.replace(/\s+/g, ''));
  if (left === undefined || right === undefined) return false;
  if (left.replace(numbers, '#') !== right.replace(numbers, '#')) return false;
  const rights = right.match(numbers) ?? [];
  return (left.match(numbers) ?? []).every((text, i) => near(Number(text), Number(rights[i])));
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
