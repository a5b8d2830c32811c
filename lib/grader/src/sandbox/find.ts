import { findBubblewrap } from './bubblewrap';
import { findContainerEngine } from './container';
import { NoSandbox, type Sandbox } from './sandbox';

/**
 * Finds a sandbox that works here: bubblewrap, else Podman or Docker, which take longer to start.
 * @throws NoSandbox
 */
export function findSandbox(root: string): Sandbox {
  const tried: string[] = [];
  for (const find of [() => findBubblewrap(root), findContainerEngine]) {
    try {
      return find();
    } catch (error) {
      if (!(error instanceof NoSandbox)) throw error;
      tried.push(...error.tried);
    }
  }
  throw new NoSandbox(tried);
}
