import { backend, findBackendFactory, setBackend } from '@tensorflow/tfjs-core';
import type { Candidate } from './candidate';
import { processor } from './processor';

/** Plain JavaScript: slow, but always there. */
export const cpu: Candidate = {
  name: 'cpu',
  missing: () => undefined,

  async open() {
    if (!(findBackendFactory('cpu') as unknown)) {
      // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when needed, and a bundler sees it
      require('@tensorflow/tfjs-backend-cpu');
    }
    await setBackend('cpu');
    // On its first use it would print an advertisement for the native backend, which `ready` has already looked for.
    (backend() as unknown as { firstUse: boolean }).firstUse = false;
    return `${processor()}, plain JavaScript`;
  },
};
