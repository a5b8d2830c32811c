/** A system call by its number, with arguments. */
export interface SystemCall {
  readonly number: number;
  readonly args: readonly number[];
}

/** `mov reg, imm32` with the sign carried on, for the registers of the arguments in their order. */
const argumentMoves = [
  [0x48, 0xc7, 0xc7],
  [0x48, 0xc7, 0xc6],
  [0x48, 0xc7, 0xc2],
  [0x49, 0xc7, 0xc2],
  [0x49, 0xc7, 0xc0],
  [0x49, 0xc7, 0xc1],
] as const;

const base = 0x40_0000;
const headers = 64 + 56;

/**
 * The smallest program for x86-64 Linux that makes system calls and writes what each gave, eight bytes a result, to its output.
 * It is put together by hand, since no compiler is at hand where tests run.
 */
export function elfOf(calls: readonly SystemCall[]): Buffer {
  const code = Buffer.concat([
    // The results go to the stack: rbx is where the next one is put.
    Buffer.from([0x48, 0x81, 0xec, ...int32(8 * calls.length), 0x48, 0x89, 0xe3]),
    ...calls.map(({ number, args }) =>
      Buffer.from([
        ...args.flatMap((value, i) => [...(argumentMoves[i] ?? []), ...int32(value)]),
        ...[0x48, 0xc7, 0xc0, ...int32(number), 0x0f, 0x05],
        // mov [rbx], rax; add rbx, 8
        ...[0x48, 0x89, 0x03, 0x48, 0x83, 0xc3, 0x08],
      ]),
    ),
    // write(1, rsp, size); exit_group(0)
    Buffer.from([0x48, 0xc7, 0xc7, ...int32(1), 0x48, 0x89, 0xe6, 0x48, 0xc7, 0xc2, ...int32(8 * calls.length)]),
    Buffer.from([0x48, 0xc7, 0xc0, ...int32(1), 0x0f, 0x05]),
    Buffer.from([0x48, 0xc7, 0xc7, ...int32(0), 0x48, 0xc7, 0xc0, ...int32(231), 0x0f, 0x05]),
  ]);
  const head = Buffer.alloc(headers);
  head.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  head.writeUInt16LE(2, 16); // an executable
  head.writeUInt16LE(62, 18); // for x86-64
  head.writeUInt32LE(1, 20);
  head.writeBigUInt64LE(BigInt(base + headers), 24); // where it begins
  head.writeBigUInt64LE(64n, 32); // where the only program header is
  head.writeUInt16LE(64, 52);
  head.writeUInt16LE(56, 54);
  head.writeUInt16LE(1, 56);
  head.writeUInt32LE(1, 64); // a segment to load
  head.writeUInt32LE(5, 68); // to read and to run
  head.writeBigUInt64LE(BigInt(base), 80);
  head.writeBigUInt64LE(BigInt(base), 88);
  head.writeBigUInt64LE(BigInt(headers + code.length), 96);
  head.writeBigUInt64LE(BigInt(headers + code.length), 104);
  head.writeBigUInt64LE(0x1000n, 112);
  return Buffer.concat([head, code]);
}

function int32(value: number): number[] {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return [...bytes];
}
