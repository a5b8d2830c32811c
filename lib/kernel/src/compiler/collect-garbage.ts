import v8 from 'node:v8';
import vm from 'node:vm';

/**
 * Gives back the memory that cells have left behind. V8 lets a heap grow to several times what it holds before it collects it
 * whole, which a compiler that reads much and then waits for a reader would stay at.
 */
export function collectGarbage(): void {
  collector ??= garbageCollector();
  // What is known to be free after the first time is given back by the second.
  for (let time = 0; time < 2; time++) collector();
}

let collector: (() => void) | undefined;

/** V8's own, which the code of cells does not get. */
function garbageCollector(): () => void {
  v8.setFlagsFromString('--expose-gc');
  const gc = vm.runInNewContext('gc') as () => void;
  v8.setFlagsFromString('--no-expose-gc');
  return gc;
}
