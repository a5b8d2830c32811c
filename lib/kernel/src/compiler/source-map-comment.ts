/** JavaScript without the comment that names its source map: maps are handed on beside it. */
export function withoutMapComment(javascript: string): string {
  return javascript.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}
