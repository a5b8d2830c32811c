import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../notebook/notebook';

/** Programs write a file in several steps; so long after the last one it is whole. Milliseconds. */
const QUIET = 200;

/** The exercises of `work/<language>` as they are saved, one at a time; what is saved in the meantime comes once. */
export async function* savedExercises(root: string, language: Language, stop: AbortSignal): AsyncGenerator<string> {
  const folder = join(root, 'work', language);
  const saved = new Set<string>();
  let wake: () => void = () => undefined;
  const watcher = watch(folder, (_, file) => {
    if (file?.endsWith('.ipynb') !== true || file.startsWith('.')) return;
    saved.add(file.slice(0, -'.ipynb'.length));
    wake();
  });
  const ended = (): void => {
    wake();
  };
  stop.addEventListener('abort', ended);
  try {
    while (!stop.aborted) {
      if (saved.size === 0) await new Promise<void>((resolve) => (wake = resolve));
      await pause(QUIET);
      const [name] = saved;
      if (name === undefined) continue;
      saved.delete(name);
      if (existsSync(join(folder, `${name}.ipynb`))) yield name;
    }
  } finally {
    stop.removeEventListener('abort', ended);
    watcher.close();
  }
}
