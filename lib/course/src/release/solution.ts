/** What a line of a master is for: comments of TypeScript in code, of HTML in prose. */
const begin = /^\s*(?:\/\/ BEGIN SOLUTION|<!-- BEGIN SOLUTION -->)\s*$/;
const end = /^\s*(?:\/\/ END SOLUTION|<!-- END SOLUTION -->)\s*$/;
const stub = /^(\s*)(?:\/\/|<!--) STUB: (.*?\S)(?:\s*-->)?\s*$/;

/** Thrown when the marks of a master's cell do not fit together; the message says how. */
export class MarkError extends Error {
  override readonly name = 'MarkError';
}

/** Whether a cell has a solution to cut out. */
export function hasSolution(source: string): boolean {
  return source.split('\n').some((line) => begin.test(line) || end.test(line) || stub.test(line));
}

/**
 * What a student gets of a cell: each block from `// BEGIN SOLUTION` to `// END SOLUTION` gives way to the block's stub lines,
 * `// STUB: return tf.scalar(NaN);`, with the indentation of the mark. In prose the marks are `<!-- BEGIN SOLUTION -->` and so on.
 */
export function withoutSolution(source: string): string {
  const kept: string[] = [];
  let stubs: string[] | undefined;
  for (const line of source.split('\n')) {
    const mark = stub.exec(line);
    if (begin.test(line)) {
      if (stubs !== undefined) throw new MarkError('BEGIN SOLUTION inside a solution');
      stubs = [];
    } else if (end.test(line)) {
      if (stubs === undefined) throw new MarkError('END SOLUTION without BEGIN SOLUTION');
      if (stubs.length === 0) throw new MarkError('a solution without a line `// STUB: …`, so nothing would be left');
      kept.push(...stubs);
      stubs = undefined;
    } else if (mark !== null) {
      if (stubs === undefined) throw new MarkError('STUB outside of a solution');
      stubs.push(`${mark[1] ?? ''}${mark[2] ?? ''}`);
    } else if (stubs === undefined) {
      kept.push(line);
    }
  }
  if (stubs !== undefined) throw new MarkError('BEGIN SOLUTION without END SOLUTION');
  return kept.join('\n');
}
