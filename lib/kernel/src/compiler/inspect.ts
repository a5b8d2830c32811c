import ts from 'typescript';

/**
 * Where the name is of which something is said at an offset of a file: there, or, between the parentheses of a call that has
 * nothing there, before them; and what is said.
 */
export function placeOfInformation(
  service: ts.LanguageService,
  file: string,
  offset: number,
): { readonly place: number; readonly info: ts.QuickInfo } | undefined {
  const here = service.getQuickInfoAtPosition(file, offset);
  // A name that is nowhere declared has the type any and nothing else to say.
  if (here && here.kind !== ts.ScriptElementKind.unknown) return { place: offset, info: here };
  const source = service.getProgram()?.getSourceFile(file);
  const called = source && calledAround(source, offset);
  if (!called) return undefined;
  const place = called.getStart(source);
  const info = service.getQuickInfoAtPosition(file, place);
  return info && info.kind !== ts.ScriptElementKind.unknown ? { place, info } : undefined;
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
