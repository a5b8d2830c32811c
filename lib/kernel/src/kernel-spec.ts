/** What `kernel.json` holds. */
export interface KernelSpec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: 'signal' | 'message';
}

/**
 * The contents of `share/jupyter/kernels/tslab/kernel.json`.
 * @param paths absolute paths: of the Node program, and of this package's dist/main.js
 */
export function kernelSpec({ node, main }: { node: string; main: string }): KernelSpec {
  return {
    argv: [node, main, '--config-path', '{connection_file}'],
    display_name: 'TypeScript (lossbook)',
    language: 'typescript',
    interrupt_mode: 'signal',
  };
}
