import { display } from './output/display';
import type { Bundle } from './output/display';

/**
 * Shows equations below the cell, one a line, set as mathematics.
 *
 * @example equations([hinge.latex, hinge.gradientLatex])
 */
export function equations(lines: readonly string[]): void {
  display(equationsBundle(lines));
}

/** What `equations` sends: LaTeX, and the same as text. */
export function equationsBundle(lines: readonly string[]): Bundle {
  if (lines.length === 0) throw new Error('equations: no lines');
  const latex = lines.map((line) => `$$${line}$$`).join('\n');
  return { data: { 'text/latex': latex, 'text/plain': lines.join('\n') }, metadata: {} };
}
