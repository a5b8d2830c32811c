import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';

/** A shader as tfjs's WebGPU backend runs it, as far as it is used here. */
export interface Program {
  outputShape: number[];
  variableNames: string[];
  /** Whether the shader gets `uniforms.size`. */
  size?: boolean;
  workgroupSize: [number, number, number];
  dispatchLayout: { x: number[] };
  dispatch: [number, number, number];
  /** Names the shader's text among those that are compiled already. */
  shaderKey: string;
  getUserCode: () => string;
}

/** The WebGPU backend. Its package's own types need those of a browser. */
export interface WebGpu {
  runWebGPUProgram: (program: Program, inputs: TensorInfo[], dtype: DataType) => TensorInfo;
}

/** `@tensorflow/tfjs-backend-webgpu`. */
export interface WebGpuPackage {
  webgpu_util: {
    flatDispatchLayout: (shape: number[]) => { x: number[] };
    computeDispatch: (
      layout: { x: number[] },
      shape: number[],
      workgroupSize: [number, number, number],
    ) => [number, number, number];
  };
}
