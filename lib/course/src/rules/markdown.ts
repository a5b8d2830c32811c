import { lexer, walkTokens, type Token } from 'marked';
import type { Notebook } from '../notebook/notebook';

/** All tokens of a markdown text, outer before inner. Formulas are hidden from the parser, whose `_` and `*` they upset. */
export function tokens(source: string): Token[] {
  const all: Token[] = [];
  void walkTokens(lexer(withoutFormulas(source)), (token) => {
    all.push(token);
  });
  return all;
}

/** The formulas of a text as written, `$…$` and `$$…$$`, outside code. */
export function formulas(source: string): string[] {
  return (withoutCode(source).match(formula) ?? []).map((text) => text.replace(/\s+/g, ' '));
}

export function proseCells(notebook: Notebook): Notebook['cells'] {
  return notebook.cells.filter(({ type }) => type === 'markdown');
}

/** `\$` is a dollar; an inline formula neither begins nor ends with a space, so that "5 $ and 7 $" is none. */
const formula = /(?<!\\)\$\$[^]+?(?<!\\)\$\$|(?<![\\$])\$(?![\s$])[^$\n]*?(?<![\s\\])\$(?!\d)/g;

const code = /^(```|~~~)[^]*?^\1|(`+)(?!`)[^]*?(?<!`)\2(?!`)/gm;

function withoutCode(source: string): string {
  return source.replace(code, '');
}

/** Formulas outside code become a neutral word. */
function withoutFormulas(source: string): string {
  const codeOrFormula = new RegExp(`${code.source}|(?<formula>${formula.source})`, 'gm');
  return source.replace(codeOrFormula, (text, ...rest) => {
    const groups = rest.at(-1) as { formula?: string };
    return groups.formula === undefined ? text : 'ƒ';
  });
}
