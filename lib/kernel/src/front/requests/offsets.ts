/** Jupyter counts characters, JavaScript the halves of those beyond U+FFFF as well: the offset of a position. */
export function toOffset(code: string, position: number): number {
  let offset = 0;
  for (let count = 0; count < position && offset < code.length; count++) {
    offset += (code.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The position of an offset. */
export function toPosition(code: string, offset: number): number {
  return Array.from(code.slice(0, offset)).length;
}
