import ts from 'typescript';
import { cellModuleOf } from './cell-scope';
import type { Origin } from './converted';
import type { Workspace } from './workspace';

/** The shortest way by which a cell's imports lead to a file of the workspace. */
export function importPath(
  wanted: string,
  cell: ts.SourceFile,
  program: ts.Program,
  workspace: Workspace,
): Origin['imported'] {
  const seen = new Set<string>();
  const reached: { file: string; line: number; names: readonly string[] }[] = [
    { file: cell.fileName, line: 0, names: [] },
  ];
  // It grows while it is gone through.
  for (const { file, line, names } of reached) {
    const source = program.getSourceFile(file);
    if (!source) continue;
    for (const { fileName, pos } of ts.preProcessFile(source.text).importedFiles) {
      if (cellModuleOf(fileName) !== undefined) continue;
      const found = workspace.resolve(fileName, file);
      if (found === undefined || seen.has(found) || !workspace.isSideFile(found)) continue;
      seen.add(found);
      const next = {
        file: found,
        line: source === cell ? source.getLineAndCharacterOfPosition(pos).line + 1 : line,
        names: [...names, fileName],
      };
      if (found === wanted) return { line: next.line, names: next.names };
      reached.push(next);
    }
  }
  return undefined;
}
