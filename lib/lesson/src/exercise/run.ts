import { memory, Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import type { Argument, CheckCase, Observation, Values } from 'lossbook-diagnosis';

/** How a student's function behaved on the public cases. */
export type Outcome =
  | { readonly kind: 'returned'; readonly observations: readonly Observation[]; readonly leaked: number }
  | { readonly kind: 'threw'; readonly message: string }
  | { readonly kind: 'noTensor'; readonly returned: string };

/**
 * Calls a function on each case with float32 tensors and numbers, and reads what it returns. All that it and its arguments leave
 * in memory is freed, and counted: `leaked` is the most that a call left beside its result.
 */
export function run(f: (...args: unknown[]) => unknown, cases: readonly CheckCase[]): Outcome {
  const observations: Observation[] = [];
  let leaked = 0;
  for (const { args, expected, mistakes, variants = [] } of cases) {
    const call = callOnce(f, args);
    if (call.kind !== 'values') return call;
    leaked = Math.max(leaked, call.leaked);
    observations.push({ args, expected, mistakes, variants, got: call.values });
  }
  return { kind: 'returned', observations, leaked };
}

type Call =
  | Exclude<Outcome, { kind: 'returned' }>
  | { readonly kind: 'values'; readonly values: Values; readonly leaked: number };

function callOnce(f: (...args: unknown[]) => unknown, args: readonly Argument[]): Call {
  let call: Call = { kind: 'noTensor', returned: 'undefined' };
  tidy(() => {
    const inputs = args.map((arg) =>
      typeof arg === 'number' ? arg : tensor([...arg.data], [...arg.shape], 'float32'),
    );
    const before = memory().numTensors;
    try {
      const result = f(...inputs);
      const added = memory().numTensors - before;
      call =
        result instanceof Tensor
          ? { kind: 'values', values: read(result as Tensor), leaked: added - (inputs.includes(result) ? 0 : 1) }
          : { kind: 'noTensor', returned: told(result) };
    } catch (error) {
      call = { kind: 'threw', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  });
  return call;
}

function read(result: Tensor): Values {
  return { shape: result.shape, data: Array.from(result.dataSync()) };
}

function told(value: unknown): string {
  if (value instanceof Promise) return 'Promise';
  return Array.isArray(value) ? 'Array' : value === null ? 'null' : typeof value;
}
