import ts from 'typescript';
import type { Information } from './converted';
import { describe } from './documentation';

/** What stands at an offset of a file; between the parentheses of a call that has nothing there, what is called. */
export function informationAt(service: ts.LanguageService, file: string, offset: number): Information | undefined {
  const here = service.getQuickInfoAtPosition(file, offset);
  // A name that is nowhere declared has the type any and nothing else to say.
  if (here && here.kind !== ts.ScriptElementKind.unknown) return describe(here);
  const source = service.getProgram()?.getSourceFile(file);
  const called = source && calledAround(source, offset);
  const info = called && service.getQuickInfoAtPosition(file, called.getStart(source));
  return info && describe(info);
}

/** The name of the innermost function whose arguments an offset is among. */
function calledAround(source: ts.SourceFile, offset: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    // A call that is being written ends before the spaces behind it.
    if (offset < node.pos || source.text.slice(node.end, offset).trim() !== '') return;
    if (
      (ts.isCallExpression(node) || ts.isNewExpression(node)) &&
      offset > node.expression.end &&
      isOpenAt(node, source, offset)
    ) {
      found = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function isOpenAt(call: ts.CallExpression | ts.NewExpression, source: ts.SourceFile, offset: number): boolean {
  return offset < call.end || !call.getText(source).endsWith(')');
}
