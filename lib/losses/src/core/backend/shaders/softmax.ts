import type { KernelConfig, TensorInfo } from '@tensorflow/tfjs-core';
import { functions } from './functions';
import type { Program, WebGpu, WebGpuPackage } from './program';

/** How many rows a dispatch may have along one axis. */
const MOST = 65535;

/** tfjs's softmax with another `exp`, and for more rows than fit one axis. */
export function softmax(webgpu: WebGpuPackage): KernelConfig {
  return {
    kernelName: 'Softmax',
    backendName: 'webgpu',
    kernelFunc: ({ inputs, backend }) => {
      const { logits } = inputs as { logits: TensorInfo };
      const columns = logits.shape.at(-1) ?? 1;
      const rows = logits.shape.reduce((product, size) => product * size, 1) / columns;
      const flat = { dataId: logits.dataId, dtype: logits.dtype, shape: [rows, columns] };
      const made = (backend as WebGpu).runWebGPUProgram(program(webgpu, rows, columns), [flat], 'float32');
      return { ...made, shape: logits.shape };
    },
  };
}

/** A workgroup for each row: its largest number, the sum of the exponentials, then their shares. */
function program({ webgpu_util }: WebGpuPackage, rows: number, columns: number): Program {
  const threads = columns >= 4096 ? 256 : 64;
  return {
    outputShape: [rows, columns],
    variableNames: ['X'],
    workgroupSize: [threads, 1, 1],
    dispatchLayout: webgpu_util.flatDispatchLayout([rows, columns]),
    dispatch: [Math.min(rows, MOST), Math.ceil(rows / MOST), 1],
    shaderKey: `softmax_exactly_${threads}`,
    getUserCode: () => `${functions}
var<workgroup> part : array<f32, ${threads}>;

fn main(index : i32) {
  let row = min(index / ${threads}, uniforms.outShape[0] - 1); // those too many do the last again
  let columns = uniforms.outShape[1];
  let thread = i32(localId.x);

  var largest = -uniforms.INFINITY;
  for (var column = thread; column < columns; column += ${threads}) {
    largest = max(largest, getX(row, column));
  }
  part[thread] = largest;
  workgroupBarrier();
  for (var half = ${threads / 2}; half > 0; half = half / 2) {
    if (thread < half) { part[thread] = max(part[thread], part[thread + half]); }
    workgroupBarrier();
  }
  largest = part[0];
  workgroupBarrier();

  var total = 0.0;
  for (var column = thread; column < columns; column += ${threads}) {
    total += exp_exactly(getX(row, column) - largest);
  }
  part[thread] = total;
  workgroupBarrier();
  for (var half = ${threads / 2}; half > 0; half = half / 2) {
    if (thread < half) { part[thread] += part[thread + half]; }
    workgroupBarrier();
  }
  total = part[0];

  for (var column = thread; column < columns; column += ${threads}) {
    setOutputAtCoords(row, column, exp_exactly(getX(row, column) - largest) / total);
  }
}`,
  };
}
