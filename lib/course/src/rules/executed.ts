import { notebookRule } from './rule';

/** Every code cell of a lesson was run, in order, on a fresh kernel. */
export const executed = notebookRule('executed', ({ notebook }, { lesson }) => {
  if (lesson.folder !== 'notebooks') return [];
  const code = notebook.cells.filter(({ type, source }) => type === 'code' && source.trim() !== '');
  return code.flatMap(({ id, executionCount }, index) => {
    if (executionCount === index + 1) return [];
    const message =
      executionCount === null
        ? 'was not run: npm run course -- run'
        : `has count ${executionCount} instead of ${index + 1}`;
    return [{ cell: id, message }];
  });
});
