import type { Cell } from './notebook';

/** `language`: the one cell whose code differs between the languages; `machine`: outputs depend on the machine. */
export type Tag = 'language' | 'machine';

export function tags(cell: Cell): string[] {
  const list = cell.metadata.tags;
  return Array.isArray(list) ? list.filter((tag): tag is string => typeof tag === 'string') : [];
}

export function hasTag(cell: Cell, tag: Tag): boolean {
  return tags(cell).includes(tag);
}
