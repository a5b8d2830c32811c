const names: ReadonlyMap<string, number> = new Map([NaN, Infinity, -Infinity].map((x) => [String(x), x]));

/** JSON text of a value whose arrays may hold NaN, Infinity and -Infinity; these become the strings of those names. */
export function encode(value: unknown, space?: number): string {
  return JSON.stringify(
    value,
    (_key, item: unknown) => (typeof item === 'number' && !Number.isFinite(item) ? String(item) : item),
    space,
  );
}

/**
 * The value that `encode` wrote. Only inside arrays does a string such as "NaN" become a number again, so that a title or a
 * name keeps its words.
 */
export function decode(text: string): unknown {
  return JSON.parse(text, function (this: unknown, _key, item: unknown) {
    return Array.isArray(this) && typeof item === 'string' ? (names.get(item) ?? item) : item;
  });
}
