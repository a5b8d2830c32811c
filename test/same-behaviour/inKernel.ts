import { KernelClient } from '../kernel/client';
import { contents, written } from '../kernel/outputs';
import type { Behaviour, Given, Notebook } from './notebook';

/** A cell that takes functions as they are at this place. One that the compiler does not know is no cell that runs. */
const taking = (name: string): string =>
  `((globalThis as any).__taken ??= {})[${JSON.stringify(name)}] = typeof ${name} === 'function' ? ${name} : undefined; undefined;`;

/** A cell that calls what was taken and prints what came of it. */
const calling = ({ calls }: Notebook): string => `{
  const core = require('@tensorflow/tfjs');
  const told = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));
  const once = (f: any, inputs: any[]): unknown => {
    const args = inputs.map((x) => (typeof x === 'number' ? x : core.tensor(x.data, x.shape, 'float32')));
    try {
      const value = f(...args);
      if (!(value instanceof core.Tensor)) return { other: value === null ? 'null' : Array.isArray(value) ? 'Array' : value instanceof Promise ? 'Promise' : typeof value };
      if (['string', 'bool', 'complex64'].includes(value.dtype)) return { other: 'tensor<' + value.dtype + '>' };
      return { shape: value.shape, data: Array.from(value.dataSync() as Float32Array, told) };
    } catch (error) {
      return { threw: error instanceof Error ? error.name + ': ' + error.message : 'Uncaught: ' + require('node:util').inspect(error) };
    }
  };
  const taken = (globalThis as any).__taken ?? {};
  const given = (${JSON.stringify(calls)} as any[]).map(({ name, cases }) => [
    name,
    typeof taken[name] === 'function' ? cases.map((inputs: any[]) => once(taken[name], inputs)) : ['nothing'],
  ]);
  process.stdout.write('same-behaviour ' + JSON.stringify(Object.fromEntries(given)));
}`;

/** Runs a notebook in a kernel, every cell whatever became of those before it. */
export async function inKernel(notebook: Notebook): Promise<Behaviour> {
  const kernel = await KernelClient.start();
  try {
    const failed: Record<number, string> = {};
    let printed = '';
    let cell = 0;
    for (const step of notebook.steps) {
      if (typeof step !== 'string') {
        for (const name of step.take) await kernel.execute(taking(name));
        continue;
      }
      const outcome = await kernel.execute(step, { stop_on_error: false, allow_stdin: false });
      const [error] = contents(outcome.outputs, 'error');
      if (error !== undefined) failed[cell] = failure(String(error.ename), String(error.evalue));
      printed += written(outcome, 'stdout');
      cell++;
    }
    const outcome = await kernel.execute(calling(notebook));
    const text = /same-behaviour (.*)/.exec(written(outcome, 'stdout'))?.[1];
    if (text === undefined) throw new Error(JSON.stringify(contents(outcome.outputs, 'error')));
    return { given: JSON.parse(text) as Record<string, Given[]>, failed, printed };
  } finally {
    await kernel.shutdown();
  }
}

function failure(name: string, message: string): string {
  return name === 'CompileError' || name === 'TypeScriptError' ? 'type error' : `${name}: ${message}`;
}
