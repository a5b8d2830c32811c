import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Debian's and Fedora's folders of libraries; others are in LD_LIBRARY_PATH. */
const LIBRARIES = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/usr/local/lib',
];

/** Debian's chromium brings a driver that needs no GPU. */
const SWIFTSHADER = '/usr/lib/chromium/vk_swiftshader_icd.json';

/**
 * Why WebGPU cannot work here, as far as files tell. It sits on Vulkan in Linux, and where that is incomplete it
 * writes warnings to the terminal, so that it is not even asked. Other systems have all it needs.
 */
export function vulkan(device: 'hardware' | 'software'): string | undefined {
  if (process.platform !== 'linux') {
    return undefined;
  }
  if (device === 'hardware' && !hasGpu()) {
    return 'WebGPU finds no GPU';
  }
  const libraries = [...(process.env.LD_LIBRARY_PATH ?? '').split(':'), ...LIBRARIES];
  if (!libraries.some((folder) => folder && existsSync(join(folder, 'libvulkan.so.1')))) {
    return 'WebGPU needs Vulkan (Debian: apt install libvulkan1)';
  }
  if (!process.env.VK_ICD_FILENAMES && !process.env.VK_DRIVER_FILES && !hasDriver()) {
    return existsSync(SWIFTSHADER)
      ? `there is no Vulkan driver but Chromium's software; VK_ICD_FILENAMES=${SWIFTSHADER} lets WebGPU use it`
      : 'there is no Vulkan driver';
  }
  return undefined;
}

/** Whether the kernel shows a GPU; `dxg` is Windows' GPU in its Linux. */
function hasGpu(): boolean {
  return entries('/dev/dri').some((name) => name.startsWith('render')) || ['/dev/nvidia0', '/dev/dxg'].some(existsSync);
}

function hasDriver(): boolean {
  const home = process.env.HOME ?? '/';
  return ['/usr/share', '/usr/local/share', '/etc', join(home, '.local/share')].some((folder) =>
    entries(join(folder, 'vulkan/icd.d')).some((name) => name.endsWith('.json')),
  );
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
