/**
 * Declarations without their docstrings: two thirds of the text that TypeScript reads before the first cell. A file is read
 * again with them when somebody asks for documentation. Comments that share a line with code stay.
 */
export function withoutDocstrings(declarations: string): string {
  return declarations.replace(DOCSTRING, '');
}

const DOCSTRING = /^[ \t]*\/\*\*[^*]*\*+(?:[^/*][^*]*\*+)*\/[ \t]*$/gm;
