import { registerKernel, unregisterKernel } from '@tensorflow/tfjs-core';
import { elementwise } from './elementwise';
import type { WebGpuPackage } from './program';
import { softmax } from './softmax';

let replaced = false;

/**
 * Replaces those kernels of tfjs's WebGPU backend that lose NaN or digits: a loss, and any formula, is then as right
 * there as on the other backends.
 */
export function replaceKernels(webgpu: WebGpuPackage): void {
  if (replaced) return;
  replaced = true;
  for (const kernel of [...elementwise(webgpu), softmax(webgpu)]) {
    unregisterKernel(kernel.kernelName, kernel.backendName); // without it tfjs warns
    registerKernel(kernel);
  }
}
