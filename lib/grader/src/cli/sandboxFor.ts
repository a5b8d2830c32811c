import type { Language } from '../language';
import { findSandbox } from '../sandbox/find';
import { NoSandbox, type Sandbox } from '../sandbox/sandbox';
import { unsafeSandbox } from '../sandbox/unsafe';
import { Refusal } from './refusal';
import * as words from './words';

/**
 * The sandbox of this machine, or none with a warning where the instructor wants none.
 * @throws Refusal if none works
 */
export function sandboxFor({ unsafe, language }: { unsafe: boolean; language: Language }, root: string): Sandbox {
  if (unsafe) {
    console.error(words.sayUnsafe[language]);
    return unsafeSandbox;
  }
  try {
    return findSandbox(root);
  } catch (error) {
    throw error instanceof NoSandbox ? new Refusal(words.sayNoSandbox(error.tried)) : error;
  }
}
