import { notebookRule } from './rule';

const valid = /^[a-zA-Z0-9_-]{1,64}$/;

/** Cell ids are valid in nbformat and used once. */
export const ids = notebookRule('ids', ({ notebook }) => {
  const seen = new Set<string>();
  return notebook.cells.flatMap(({ id }) => {
    if (!valid.test(id)) return [{ cell: id, message: 'an id has 1 to 64 letters, digits, - and _' }];
    if (seen.has(id)) return [{ cell: id, message: 'the id is used twice' }];
    seen.add(id);
    return [];
  });
});
