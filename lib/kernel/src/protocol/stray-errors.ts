/**
 * Reports errors that belong to no cell any more: a rejection that nobody awaits, a throw in a timer. Neither ends the
 * kernel, even when a library's listener throws the error again, as that of TensorFlow.js's WASM backend does; and the
 * kernel's own way of hearing of them is no listener, since that backend removes everybody's when it is disposed of.
 */
export function reportStrayErrors(report: (thrown: unknown) => void): void {
  const emit = process.emit.bind(process) as (event: string, ...args: unknown[]) => boolean;
  const guarded = (event: string, ...args: unknown[]): boolean => {
    if (event !== 'uncaughtException' && event !== 'unhandledRejection') return emit(event, ...args);
    report(args[0]);
    try {
      emit(event, ...args);
    } catch {
      // It is reported already, and nothing can be done about a listener that throws.
    }
    return true;
  };
  Reflect.set(process, 'emit', guarded);
}
