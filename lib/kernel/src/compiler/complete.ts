import path from 'node:path';
import ts from 'typescript';
import { withoutCells } from './cell-names';
import type { Completion, Completions } from './converted';
import { linkedPackages } from './linked-packages';

/** Types are written out for so many candidates; a reader who sees more types on. */
const MOST_SIGNATURES = 200;

/** What can be written at an offset of a file that is the cell behind some declarations. */
export function completionsAt(
  service: ts.LanguageService,
  file: string,
  shift: number,
  source: string,
  offset: number,
): Completions {
  const found = service.getCompletionsAtPosition(file, offset + shift, { includeSymbol: true });
  const span = found?.optionalReplacementSpan ?? found?.entries.find((one) => one.replacementSpan)?.replacementSpan;
  const start = span ? span.start - shift : offset - wordBefore(source, offset).length;
  const end = span ? start + span.length : offset;
  const written = source.slice(start, offset);
  const entries = bestMatches(withLinkedPackages(found?.entries.filter(isOffered) ?? [], file), written);
  const checker = service.getProgram()?.getTypeChecker();
  const details = entries.map((entry, index): Completion => {
    const symbol = entry.symbol && checker ? meant(entry.symbol, checker) : undefined;
    const kind = entry.kind === ts.ScriptElementKind.alias ? kindOf(symbol) : entry.kind;
    const signature = symbol && checker && index < MOST_SIGNATURES ? signatureOf(symbol, checker) : undefined;
    return { text: entry.name, kind, ...(signature !== undefined && { signature }) };
  });
  return { start, end, candidates: details.map(({ text }) => text), details };
}

/** Where names of packages are offered, those of the workspace too, of which TypeScript does not know. */
function withLinkedPackages(entries: readonly ts.CompletionEntry[], file: string): readonly ts.CompletionEntry[] {
  const kind = ts.ScriptElementKind.externalModuleName;
  if (!entries.some((entry) => entry.kind === kind)) return entries;
  const known = new Set(entries.map(({ name }) => name));
  const added = linkedPackages(path.dirname(file)).filter((name) => !known.has(name));
  return [...entries, ...added.map((name) => ({ name, kind, sortText: '' }))];
}

/** The part of an identifier that stands before an offset. */
export function wordBefore(source: string, offset: number): string {
  return /[\p{ID_Continue}$\u200c\u200d]*$/u.exec(source.slice(0, offset))?.[0] ?? '';
}

/** Those that start with what is written; if none does, those that do when case does not count. */
function bestMatches(entries: readonly ts.CompletionEntry[], written: string): readonly ts.CompletionEntry[] {
  const exact = entries.filter(({ name }) => name.startsWith(written));
  if (exact.length > 0) return exact;
  return entries.filter(({ name }) => name.toLowerCase().startsWith(written.toLowerCase()));
}

/** Not words that merely occur in the text, not what the kernel adds, and not the folder of packages, which are imported by name. */
function isOffered({ kind, name }: ts.CompletionEntry): boolean {
  if (kind === ts.ScriptElementKind.directory && name === 'node_modules') return false;
  return kind !== ts.ScriptElementKind.warning && !name.startsWith('~cell');
}

/** What an imported name stands for. */
function meant(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
  const found = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return checker.getExportSymbolOfSymbol(found);
}

function kindOf(symbol: ts.Symbol | undefined): string {
  const flags = symbol?.flags ?? 0;
  if (flags & ts.SymbolFlags.Function) return ts.ScriptElementKind.functionElement;
  if (flags & ts.SymbolFlags.Class) return ts.ScriptElementKind.classElement;
  if (flags & ts.SymbolFlags.Enum) return ts.ScriptElementKind.enumElement;
  if (flags & ts.SymbolFlags.Module) return ts.ScriptElementKind.moduleElement;
  if (flags & ts.SymbolFlags.Interface) return ts.ScriptElementKind.interfaceElement;
  if (flags & ts.SymbolFlags.TypeAlias) return ts.ScriptElementKind.typeElement;
  return ts.ScriptElementKind.alias;
}

function signatureOf(symbol: ts.Symbol, checker: ts.TypeChecker): string | undefined {
  if (!(symbol.flags & ts.SymbolFlags.Value)) return undefined;
  return withoutCells(checker.typeToString(checker.getTypeOfSymbol(symbol)));
}
