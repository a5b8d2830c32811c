import { isObject } from '../notebook/json';
import { own } from '../notebook/own';
import { notebookRule } from './rule';

/** A notebook names its kernel, tslab, and its language and kind. */
export const metadata = notebookRule('metadata', ({ notebook, language }, { lesson }) => {
  const spec = notebook.metadata.kernelspec;
  const kernel = isObject(spec) && typeof spec.name === 'string' ? spec.name : 'none';
  const kind = lesson.folder === 'notebooks' ? 'lesson' : 'exercise';
  return [
    ...(kernel === 'tslab' ? [] : [{ message: `the kernelspec must be tslab, it is ${kernel}` }]),
    ...(own(notebook, 'language') === language ? [] : [{ message: `metadata.lossbook.language must be ${language}` }]),
    ...(own(notebook, 'kind') === kind ? [] : [{ message: `metadata.lossbook.kind must be ${kind}` }]),
  ];
});
