import * as ts from 'typescript';

/** A word of code, as it counts when programs are compared. */
export interface Token {
  readonly text: string;
  /** The line that it stands in, from 0. */
  readonly line: number;
}

/** After these a slash begins a division, after anything else a regular expression. */
const endsOperand = new Set([
  ts.SyntaxKind.Identifier,
  ts.SyntaxKind.NumericLiteral,
  ts.SyntaxKind.StringLiteral,
  ts.SyntaxKind.CloseParenToken,
  ts.SyntaxKind.CloseBracketToken,
  ts.SyntaxKind.CloseBraceToken,
  ts.SyntaxKind.ThisKeyword,
]);

/**
 * The tokens of TypeScript by the compiler's own scanner, without what is changed to hide a copy: comments, spaces, line ends and
 * semicolons are left out; a name is `name`, unless it stands after a dot, where it says what is computed (`tf.sub`); a text
 * is `text`, a regular expression `pattern`, `let` and `var` are `const`; a number is its value.
 */
export function tokensOf(source: string): Token[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, source);
  const tokens: Token[] = [];
  const lineAt = lineCounter(source);
  // For each template literal that is open, how many braces are open inside of it.
  const templates: number[] = [];
  let before = ts.SyntaxKind.Unknown;
  for (let kind = scanner.scan(); kind !== ts.SyntaxKind.EndOfFileToken; kind = scanner.scan()) {
    const depth = templates.at(-1);
    if (kind === ts.SyntaxKind.SlashToken && !endsOperand.has(before)) kind = scanner.reScanSlashToken();
    else if (kind === ts.SyntaxKind.CloseBraceToken && depth === 0) {
      kind = scanner.reScanTemplateToken(false);
      if (kind === ts.SyntaxKind.TemplateTail) templates.pop();
    } else if (kind === ts.SyntaxKind.TemplateHead) templates.push(0);
    else if (depth !== undefined && kind === ts.SyntaxKind.OpenBraceToken) templates[templates.length - 1] = depth + 1;
    else if (depth !== undefined && kind === ts.SyntaxKind.CloseBraceToken) templates[templates.length - 1] = depth - 1;
    const text = textOf(kind, before, scanner);
    if (text !== undefined) tokens.push({ text, line: lineAt(scanner.getTokenStart()) });
    before = kind;
  }
  return tokens;
}

function textOf(kind: ts.SyntaxKind, before: ts.SyntaxKind, scanner: ts.Scanner): string | undefined {
  switch (kind) {
    case ts.SyntaxKind.SemicolonToken:
    case ts.SyntaxKind.Unknown:
      return undefined;
    case ts.SyntaxKind.Identifier:
    case ts.SyntaxKind.PrivateIdentifier:
      return isDot(before) ? scanner.getTokenValue() : 'name';
    case ts.SyntaxKind.NumericLiteral:
      return String(Number(scanner.getTokenValue()));
    case ts.SyntaxKind.LetKeyword:
    case ts.SyntaxKind.VarKeyword:
      return 'const';
    case ts.SyntaxKind.RegularExpressionLiteral:
      return 'pattern';
    case ts.SyntaxKind.QuestionDotToken:
      return '.';
    case ts.SyntaxKind.StringLiteral:
    case ts.SyntaxKind.NoSubstitutionTemplateLiteral:
    case ts.SyntaxKind.TemplateHead:
    case ts.SyntaxKind.TemplateMiddle:
    case ts.SyntaxKind.TemplateTail:
      return 'text';
    default:
      return scanner.getTokenText();
  }
}

function isDot(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.DotToken || kind === ts.SyntaxKind.QuestionDotToken;
}

/** Tells the line of places that are asked for in order. */
function lineCounter(source: string): (place: number) => number {
  let line = 0;
  let counted = 0;
  return (place) => {
    for (; counted < place; counted++) if (source[counted] === '\n') line++;
    return line;
  };
}
