import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Launch } from '../../lib/bench/src/kernel/launch';

/** Writes a kernel's kernelspec below a folder that JUPYTER_PATH can name. */
export function writeKernelSpec(folder: string, name: string, launch: Launch): void {
  const kernel = join(folder, 'kernels', name);
  mkdirSync(kernel, { recursive: true });
  const { argv, interruptMode, language } = launch;
  const spec = { argv, display_name: name, language, interrupt_mode: interruptMode };
  writeFileSync(join(kernel, 'kernel.json'), JSON.stringify(spec));
}
