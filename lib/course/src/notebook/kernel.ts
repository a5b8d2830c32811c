import type { JsonObject } from './json';

/** The metadata of every committed notebook: the kernel's name is plain tslab's, so that they also open there. */
export const kernelMetadata: JsonObject = {
  kernelspec: { display_name: 'TypeScript (lossbook)', language: 'typescript', name: 'tslab' },
  language_info: { file_extension: '.ts', mimetype: 'text/typescript', name: 'typescript' },
};
