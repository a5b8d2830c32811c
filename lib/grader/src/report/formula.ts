import { createRequire } from 'node:module';
import type { Notebook } from '../read/notebook';

/** temml's types cannot be found from a CommonJS module. */
interface Temml {
  readonly renderToString: (
    latex: string,
    options: { readonly displayMode: boolean; readonly throwOnError: boolean; readonly maxExpand: number },
  ) => string;
}

/** The formulas that an exercise gives before its answer cells, as LaTeX, by item: never one of the student's. */
export function formulasIn(released: Notebook | undefined): Map<string, string> {
  const formulas = new Map<string, string>();
  let last: string | undefined;
  for (const { kind, source, nbgrader } of released?.cells ?? []) {
    if (kind === 'markdown') last = /\$\$([^]+?)\$\$/.exec(source)?.[1]?.trim();
    else if (nbgrader?.solution === true && last !== undefined) formulas.set(nbgrader.gradeId, last);
  }
  return formulas;
}

/** Each is the same on the page of every student. */
const rendered = new Map<string, string>();

/** LaTeX as MathML, which browsers show and screen readers read without scripts and fonts; empty if it is no formula. */
export function formulaHtml(latex: string): string {
  const html = rendered.get(latex) ?? render(latex);
  rendered.set(latex, html);
  return html;
}

function render(latex: string): string {
  const { renderToString } = createRequire(__filename)('temml') as Temml;
  try {
    return renderToString(latex, { displayMode: true, throwOnError: true, maxExpand: 1000 });
  } catch {
    return '';
  }
}
