import ts from 'typescript';
import { IMPORT_META } from '../cell/evaluate';

/** `import.meta` becomes a variable that whoever runs the code provides, since CommonJS has none. */
export const replaceImportMeta: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  if (!file.text.includes('import.meta')) return file;
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      return context.factory.createIdentifier(IMPORT_META);
    }
    return ts.visitEachChild(node, visit, context);
  };
  return ts.visitEachChild(file, visit, context);
};
