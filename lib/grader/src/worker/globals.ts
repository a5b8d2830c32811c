import { inBoth, refusals } from '../runtime/refusals';
import { inert } from './inert';

/** Frames of a stack trace: TensorFlow.js stands on ten and more between the student's line and what it throws. */
const deepest = 100;

/** What the kernel gives each cell without an import: here nothing is shown, nobody is asked, and no widget is there. */
export function defineGlobals(): void {
  Error.stackTraceLimit = deepest;
  define('display', inert);
  define('comms', inert);
  define('input', () => Promise.reject(new Error(`input(): ${inBoth(refusals.nobodyAnswers)}`)));
}

/** As the kernel does: a cell may declare variables of these names. */
function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
}
