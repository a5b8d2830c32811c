/** The names of functions that code declares at the beginning of a line, where answers have them. */
export function declaredIn(source: string): string[] {
  const found = source.matchAll(
    /^(?:export\s+)?(?:(?:async\s+)?function\*?|const|let|var|class)\s+([\p{L}_$][\p{L}\p{N}_$]*)/gmu,
  );
  return [...found].map(([, name = '']) => name);
}

const pairs = [
  ['{', '}'],
  ['(', ')'],
  ['[', ']'],
] as const;

/** Whether every brace that opens is closed; a look at the characters alone. */
export function isBalanced(source: string): boolean {
  return pairs.every(([open, close]) => source.split(open).length === source.split(close).length);
}
