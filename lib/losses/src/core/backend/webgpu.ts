import { setBackend } from '@tensorflow/tfjs-core';
import type { Candidate } from './candidate';
import type { WebGpuPackage } from './shaders/program';
import { replaceKernels } from './shaders/replace';
import { vulkan } from './vulkan';

/** Dawn, the WebGPU of Chromium, as an addon for Node. */
const DAWN = 'webgpu';
const PACKAGE = '@tensorflow/tfjs-backend-webgpu';

/** What Dawn gives, as far as it is used here. */
interface Dawn {
  create: (flags: string[]) => Gpu;
  /** The constants and classes that a browser has as globals. */
  globals: object;
}

interface Gpu {
  requestAdapter: (options: { powerPreference: 'high-performance' }) => Promise<{ info: AdapterInfo } | null>;
}

interface AdapterInfo {
  vendor: string;
  architecture: string;
  description: string;
  /** Whether the adapter is a program on the processor. */
  isFallbackAdapter: boolean;
}

/**
 * WebGPU, on a GPU or on an adapter that imitates one in software: slower than WASM, but it tests what a GPU runs.
 * Tensors are read with `await data()` alone.
 */
export const webgpu = (device: 'hardware' | 'software'): Candidate => ({
  name: 'webgpu',
  onlyWhenWanted: device === 'software',

  missing() {
    for (const name of [PACKAGE, DAWN]) {
      try {
        require.resolve(name);
      } catch {
        return `the package ${name} is not installed`;
      }
    }
    return vulkan(device);
  },

  async open() {
    const gpu = provideGpu();
    const adapter = await gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) {
      throw new Error('WebGPU finds no adapter');
    }
    const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
    const name = description || [vendor, architecture].filter(Boolean).join(' ');
    if (device === 'hardware' && isFallbackAdapter) {
      throw new Error(`WebGPU finds no GPU, only ${name}, which is software`);
    }
    // Its backend is registered when it is loaded, and only where there is a GPU object by then.
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only when needed
    replaceKernels(require(PACKAGE) as WebGpuPackage);
    if (!(await setBackend('webgpu'))) {
      throw new Error('it failed to start');
    }
    return isFallbackAdapter ? `${name}, software` : name;
  },
});

/** `navigator.gpu` as in a browser, for that is where TensorFlow.js looks. */
function provideGpu(): Gpu {
  const scope = globalThis as { navigator?: { gpu?: Gpu } };
  if (!scope.navigator) {
    Object.defineProperty(scope, 'navigator', { value: {}, configurable: true, writable: true });
  }
  const navigator = scope.navigator as { gpu?: Gpu };
  if (!navigator.gpu) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- an addon, loaded only when needed
    const { create, globals } = require(DAWN) as Dawn;
    Object.assign(globalThis, globals);
    Object.defineProperty(navigator, 'gpu', { value: create([]), configurable: true, writable: true });
  }
  return navigator.gpu as Gpu;
}
