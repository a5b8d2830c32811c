/** What `kernel.json` holds. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: 'message';
}

/**
 * The contents of `share/jupyter/kernels/tslab/kernel.json`.
 * @param paths absolute paths: of the Node program, and of this package's dist/main.js
 */
export function kernelSpec({ node, main }: { node: string; main: string }): KernelSpec {
  return {
    // Without the flag, Node ends the process when a callback of a timer is interrupted.
    argv: [node, '--no-force-async-hooks-checks', main, '--config-path', '{connection_file}'],
    display_name: 'TypeScript (lossbook)',
    language: 'typescript',
    interrupt_mode: 'message',
  };
}
