/** Whether a file belongs to an installed package, and so is taken not to change while the kernel runs. */
export function isInstalled(file: string): boolean {
  return file.includes('/node_modules/');
}
