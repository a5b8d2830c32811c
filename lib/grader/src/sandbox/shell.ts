import type { Limits } from './limits';

/**
 * A command under limits that hold for each process in it, with replies and prints as `Launch` has them. The watch from outside
 * comes first: these are for what happens between two of its looks. There is none on the address space, of which WebAssembly
 * reserves 8 GiB; what is really asked of it is data (`-d`). Nor on the number of processes, which root does not feel.
 * @param fd4 a file that the command reads as descriptor 4
 */
export function underLimits(
  { cpuSeconds, memoryBytes, fileBytes }: Limits,
  command: readonly string[],
  fd4?: string,
): readonly string[] {
  const limits = [
    'ulimit -c 0',
    `ulimit -f ${Math.ceil(fileBytes / 512)}`,
    // The first signal tells what it is for; the second, which cannot be caught, comes a second later.
    `ulimit -S -t ${Math.ceil(cpuSeconds) + 2}`,
    `ulimit -H -t ${Math.ceil(cpuSeconds) + 3}`,
    'ulimit -n 256',
    // Not every shell has it, and not every system.
    `ulimit -d ${Math.ceil((2 * memoryBytes) / 1024)} 2>/dev/null`,
  ];
  const redirections = fd4 === undefined ? '3>&1 1>&2' : '3>&1 1>&2 4<"$0"';
  return ['/bin/sh', '-c', `${limits.join('; ')}; exec "$@" ${redirections}`, fd4 ?? 'sh', ...command];
}
