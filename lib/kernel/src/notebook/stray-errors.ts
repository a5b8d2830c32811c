type Emit = (event: string, ...args: unknown[]) => boolean;

/**
 * Reports errors that nobody caught: a rejection that nobody awaits, a throw in a timer. None ends the kernel, even when a
 * library's listener throws the error again, as that of TensorFlow.js's WASM backend does. The kernel hears of them before
 * listeners do, not as one, since that backend and cells may remove all listeners.
 */
export function reportStrayErrors(report: (thrown: unknown) => void): void {
  let emit = process.emit.bind(process) as Emit;
  let reporting = false;
  const guarded =
    (inner: Emit): Emit =>
    (event, ...args) => {
      // Who replaces process.emit calls the one that it found, so the same event comes by here twice.
      if (reporting || (event !== 'uncaughtException' && event !== 'unhandledRejection')) {
        return Reflect.apply(inner, process, [event, ...args]);
      }
      report(args[0]);
      reporting = true;
      try {
        Reflect.apply(inner, process, [event, ...args]);
      } catch {
        // It is reported already, and nothing can be done about a listener that throws.
      } finally {
        reporting = false;
      }
      return true;
    };
  Object.defineProperty(process, 'emit', {
    get: () => guarded(emit),
    set: (replacement: Emit) => {
      emit = replacement;
    },
  });
}
