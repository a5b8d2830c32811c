import { isObject, without, type Json } from '../notebook/json';
import { pngType } from '../notebook/output';
import type { Output } from '../notebook/notebook';

/** Two machines differ in the last bits of a float32 sum, and a training run passes these on; a wrong formula differs by more. */
const relative = 1e-5;
const absolute = 1e-6;

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** Whether two runs of a cell show the same: the same words, and numbers that are equal but for float32's last bits. */
export function sameOutputs(a: readonly Output[], b: readonly Output[]): boolean {
  return same(comparable(a), comparable(b), closeNumbers);
}

/** Whether two runs of a cell differ in nothing but numbers. */
export function sameButNumbers(a: readonly Output[], b: readonly Output[]): boolean {
  return same(comparable(a), comparable(b), () => true);
}

/** Outputs without pictures, which are drawn from the figures, and counts; a text is one string. */
function comparable(outputs: readonly Output[]): Json {
  return outputs.map((output) => {
    const kept = without(output, 'execution_count');
    if (isObject(kept.data)) {
      const data = without(kept.data, pngType);
      kept.data = Object.fromEntries(Object.entries(data).map(([type, value]) => [type, asText(value)]));
    }
    if (kept.text !== undefined) kept.text = asText(kept.text);
    return kept;
  });
}

function asText(value: Json): Json {
  return Array.isArray(value) && value.every((line) => typeof line === 'string') ? value.join('') : value;
}

type SameNumber = (a: number, b: number) => boolean;

function closeNumbers(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= absolute + relative * Math.max(Math.abs(a), Math.abs(b));
}

function same(a: Json, b: Json, sameNumber: SameNumber): boolean {
  if (typeof a === 'number' && typeof b === 'number') return sameNumber(a, b);
  if (typeof a === 'string' && typeof b === 'string') return sameText(a, b, sameNumber);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((x, i) => same(x, b[i] ?? null, sameNumber));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => key in b && same(a[key] ?? null, b[key] ?? null, sameNumber))
    );
  }
  return a === b;
}

function sameText(a: string, b: string, sameNumber: SameNumber): boolean {
  if (a.replace(number, '#') !== b.replace(number, '#')) return false;
  const others = b.match(number) ?? [];
  return (a.match(number) ?? []).every((text, i) => sameNumber(Number(text), Number(others[i])));
}
