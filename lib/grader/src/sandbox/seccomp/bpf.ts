/** Classic BPF as Linux takes it for seccomp: what is needed of it to decide on a system call. */

/** One instruction of eight bytes: what to do, how many instructions to skip if true and if false, and a number. */
export interface Instruction {
  readonly code: number;
  readonly ifTrue: number;
  readonly ifFalse: number;
  readonly k: number;
}

/** What a program reads of a system call, by its offset in Linux's `struct seccomp_data`. */
export const field = {
  number: 0,
  architecture: 4,
  /** The lower half of an argument, on a little-endian machine. */
  argument: (i: number): number => 16 + 8 * i,
} as const;

/** `BPF_LD | BPF_W | BPF_ABS`, `BPF_JMP | BPF_JEQ/JGT/JSET | BPF_K`, `BPF_RET | BPF_K`. */
export const codes = { load: 0x20, isEqual: 0x15, isGreater: 0x25, hasBits: 0x45, give: 0x06 } as const;

/** What comes of a call. */
export const verdict = {
  allow: 0x7fff_0000,
  killProcess: 0x8000_0000,
  /** The call fails with this errno. */
  fail: (errno: number): number => 0x0005_0000 | errno,
} as const;

/** Puts a field into the accumulator, on which the tests after it look. */
export function load(offset: number): Instruction {
  return { code: codes.load, ifTrue: 0, ifFalse: 0, k: offset };
}

/** Ends the program. */
export function give(k: number): Instruction {
  return { code: codes.give, ifTrue: 0, ifFalse: 0, k };
}

/** Runs the instructions only if the accumulator passes the test. */
export function when(
  test: 'isEqual' | 'isGreater' | 'hasBits',
  k: number,
  then: readonly Instruction[],
): Instruction[] {
  return [{ code: codes[test], ifTrue: 0, ifFalse: then.length, k }, ...then];
}

/** Runs the instructions only if the accumulator fails the test. */
export function unless(test: 'isEqual' | 'hasBits', k: number, then: readonly Instruction[]): Instruction[] {
  return [{ code: codes[test], ifTrue: then.length, ifFalse: 0, k }, ...then];
}

/** The bytes that Linux reads, for a little-endian machine. */
export function assemble(program: readonly Instruction[]): Buffer {
  const bytes = Buffer.alloc(8 * program.length);
  for (const [i, { code, ifTrue, ifFalse, k }] of program.entries()) {
    bytes.writeUInt16LE(code, 8 * i);
    bytes.writeUInt8(ifTrue, 8 * i + 2);
    bytes.writeUInt8(ifFalse, 8 * i + 3);
    bytes.writeUInt32LE(k >>> 0, 8 * i + 4);
  }
  return bytes;
}
