/** What Node.js calls experimental and the kernel makes use of, by which `import()` in a cell finds packages. */
const OWN = 'vm.USE_MAIN_CONTEXT_DEFAULT_LOADER';

/** Keeps a warning about the kernel's own code from the reader, who can do nothing about it. */
export function hideOwnWarnings(): void {
  const emitWarning = process.emitWarning.bind(process) as (...args: unknown[]) => void;
  process.emitWarning = (...args: readonly unknown[]) => {
    if (!String(args[0]).includes(OWN)) emitWarning(...args);
  };
}
