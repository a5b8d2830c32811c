import * as ts from 'typescript';
import { nodes, parseCode } from '../code/parse';
import type { Cell, Language } from '../notebook/notebook';
import { tokens } from './markdown';

/** What a reader of one language reads of a cell: its prose, or the strings that its code gives to `t()`. */
export function readerWords(cell: Cell, language: Language): string {
  if (cell.type === 'markdown') return prose(cell.source);
  return cell.type === 'code' ? translated(cell.source, language) : '';
}

/** The running text, without code, formulas, links, cursive (foreign) words and quotations. */
function prose(source: string): string {
  const skipped = new Set<unknown>();
  const words: string[] = [];
  for (const token of tokens(source)) {
    const inner = 'tokens' in token && Array.isArray(token.tokens) ? token.tokens : [];
    if (skipped.has(token) || token.type === 'link' || token.type === 'em') {
      for (const child of inner) skipped.add(child);
    } else if (token.type === 'image' || token.type === 'html' || (token.type === 'text' && inner.length === 0)) {
      words.push(token.type === 'image' ? String(token.text) : token.raw.replace(/<[^>]*>/g, ' '));
    }
  }
  return words.join('\n').replace(/“[^”]*”|"[^"\n]*"|«[^»]*»/g, ' ');
}

/** The first argument of `t` is Portuguese, the second Spanish. */
function translated(source: string, language: Language): string {
  const calls = [...nodes(parseCode(source))].filter(ts.isCallExpression);
  return calls
    .filter(({ expression }) => ts.isIdentifier(expression) && expression.text === 't')
    .flatMap((call) => {
      const argument = call.arguments[language === 'pt' ? 0 : 1];
      return argument === undefined ? [] : [argument, ...nodes(argument)];
    })
    .map((node) => (ts.isStringLiteralLike(node) || isTemplatePart(node) ? node.text : ''))
    .join('\n');
}

function isTemplatePart(node: ts.Node): node is ts.TemplateHead | ts.TemplateMiddle | ts.TemplateTail {
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}
