import type { KernelConfig, KernelFunc, TensorInfo } from '@tensorflow/tfjs-core';
import { backend_util, getKernel } from '@tensorflow/tfjs-core';
import type { Program, WebGpu, WebGpuPackage } from './program';
import { functions } from './functions';

/** tfjs's kernels of one number whose shader is replaced, and the function that each then computes. */
const unary = {
  Exp: 'exp_exactly',
  Expm1: 'expm1_exactly',
  Log: 'log_exactly',
  Log1p: 'log1p_exactly',
  Softplus: 'softplus_exactly',
  Sigmoid: 'sigmoid_exactly',
  Tanh: 'tanh_exactly',
  Atanh: 'atanh_exactly',
} as const;

/** The kernels for the backend `webgpu`; integers are left to tfjs's own. */
export function elementwise(webgpu: WebGpuPackage): KernelConfig[] {
  const ofOne = Object.entries(unary).map(([kernelName, name]) =>
    float32Only(kernelName, ({ inputs, backend }) => {
      const { x } = inputs as { x: TensorInfo };
      return (backend as WebGpu).runWebGPUProgram(program(webgpu, name, x.shape, ['x']), [x], 'float32');
    }),
  );
  const pow = float32Only('Pow', ({ inputs, backend }) => {
    const { a, b } = inputs as { a: TensorInfo; b: TensorInfo };
    const shape = backend_util.assertAndGetBroadcastShape(a.shape, b.shape);
    return (backend as WebGpu).runWebGPUProgram(program(webgpu, 'pow_exactly', shape, ['a', 'b']), [a, b], 'float32');
  });
  return [...ofOne, pow];
}

function float32Only(kernelName: string, kernelFunc: KernelFunc): KernelConfig {
  const own = getKernel(kernelName, 'webgpu').kernelFunc;
  return {
    kernelName,
    backendName: 'webgpu',
    kernelFunc: (args) =>
      Object.values(args.inputs).every((input) => (input as TensorInfo).dtype === 'float32')
        ? kernelFunc(args)
        : own(args),
  };
}

/** A shader that applies a function to the numbers of its inputs, which are spread to the output's shape. */
function program({ webgpu_util }: WebGpuPackage, name: string, shape: number[], inputs: string[]): Program {
  const workgroupSize: [number, number, number] = [128, 1, 1];
  const dispatchLayout = webgpu_util.flatDispatchLayout(shape);
  const numbers = inputs.map((input) => `get${input.toUpperCase()}ByOutputIndex(index)`);
  return {
    outputShape: shape,
    variableNames: inputs.map((input) => input.toUpperCase()),
    size: true,
    workgroupSize,
    dispatchLayout,
    dispatch: webgpu_util.computeDispatch(dispatchLayout, shape, workgroupSize),
    shaderKey: name,
    getUserCode: () => `${functions}
fn main(index : i32) {
  if (index < uniforms.size) {
    setOutputAtIndex(index, ${name}(${numbers.join(', ')}));
  }
}`,
  };
}
