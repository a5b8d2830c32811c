import type { JsonObject } from './json';

/** The metadata of every committed notebook: the kernel's name is plain tslab's, so that they also open there. */
export const kernelMetadata: JsonObject = {
  kernelspec: { display_name: 'TypeScript', language: 'typescript', name: 'tslab' },
  language_info: {
    codemirror_mode: { mode: 'typescript', name: 'javascript', typescript: true },
    file_extension: '.ts',
    mimetype: 'text/typescript',
    name: 'typescript',
  },
};
