import { createRequire } from 'node:module';
import type { Notebook } from '../read/notebook';
import { marked } from './htmlText';

/** temml's types cannot be found from a CommonJS module. */
interface Temml {
  readonly renderToString: (
    latex: string,
    options: {
      readonly displayMode: boolean;
      readonly throwOnError: boolean;
      readonly maxExpand: number;
      readonly maxSize: readonly [number, number];
    },
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

/** The last of them: most are the same on the page of every student. */
const rendered = new Map<string, string>();
const mostKept = 500;

/**
 * LaTeX as MathML, which browsers show and screen readers read without scripts and fonts; empty if it is no formula.
 * @param displayed on a line of its own, or within a line
 */
export function formulaHtml(latex: string, displayed = true): string {
  const key = `${displayed} ${latex}`;
  const html = rendered.get(key) ?? render(latex, displayed);
  if (rendered.size >= mostKept) rendered.clear();
  rendered.set(key, html);
  return html;
}

function render(latex: string, displayMode: boolean): string {
  const { renderToString } = createRequire(__filename)('temml') as Temml;
  try {
    return renderToString(marked(latex), { displayMode, throwOnError: true, maxExpand: 1000, maxSize: [20, 300] });
  } catch {
    return '';
  }
}
