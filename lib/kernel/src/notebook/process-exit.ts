/** What a cell gets when it tries to end the process, which is the kernel's. */
class ProcessExit extends Error {
  override readonly name = 'ProcessExit';
  constructor(call: string) {
    super(`${call} would end the kernel, so it ended only this cell's code`);
  }
}

/**
 * Makes `process.exit()`, `process.abort()` and signals to the own process errors of the code that calls them.
 * @returns the way out for the kernel itself
 */
export function guardExit(): (code: number) => never {
  const exit = process.exit.bind(process);
  const kill = process.kill.bind(process);
  const refuse = (call: string) => (): never => {
    throw new ProcessExit(call);
  };
  process.exit = refuse('process.exit()');
  process.abort = refuse('process.abort()');
  process.kill = (pid, signal) => {
    const own = [0, -1, process.pid, -process.pid].includes(pid);
    if (own && signal !== 0) throw new ProcessExit('process.kill() of the own process');
    return kill(pid, signal);
  };
  return (code) => exit(code);
}
