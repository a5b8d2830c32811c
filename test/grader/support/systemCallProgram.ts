/** A system call by its number, with arguments. */
export interface SystemCall {
  readonly number: number;
  readonly args: readonly number[];
}

const base = 0x40_0000;
const headers = 64 + 56;

/** `EM_X86_64`, `EM_AARCH64`. */
const machines = { x64: 62, arm64: 183 } as const;

/**
 * The smallest Linux program that makes system calls and writes what each gave, eight bytes a result, to its output. It is put
 * together by hand, since no compiler is at hand where tests run.
 */
export function elfOf(architecture: keyof typeof machines, calls: readonly SystemCall[]): Buffer {
  const code = architecture === 'x64' ? codeForX64(calls) : codeForArm64(calls);
  const head = Buffer.alloc(headers);
  head.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  head.writeUInt16LE(2, 16); // an executable
  head.writeUInt16LE(machines[architecture], 18);
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
  head.writeBigUInt64LE(0x1_0000n, 112); // the largest page that arm64 has
  return Buffer.concat([head, code]);
}

function codeForX64(calls: readonly SystemCall[]): Buffer {
  /** `mov reg, imm32` with the sign carried on, for the registers of the arguments in their order. */
  const argumentMoves = [
    [0x48, 0xc7, 0xc7],
    [0x48, 0xc7, 0xc6],
    [0x48, 0xc7, 0xc2],
    [0x49, 0xc7, 0xc2],
    [0x49, 0xc7, 0xc0],
    [0x49, 0xc7, 0xc1],
  ] as const;
  const size = 8 * calls.length;
  return Buffer.from([
    // The results go to the stack: rbx is where the next one is put.
    ...[0x48, 0x81, 0xec, ...int32(size), 0x48, 0x89, 0xe3],
    ...calls.flatMap(({ number, args }) => [
      ...args.flatMap((value, i) => [...(argumentMoves[i] ?? []), ...int32(value)]),
      ...[0x48, 0xc7, 0xc0, ...int32(number), 0x0f, 0x05],
      // mov [rbx], rax; add rbx, 8
      ...[0x48, 0x89, 0x03, 0x48, 0x83, 0xc3, 0x08],
    ]),
    // write(1, rsp, size); exit_group(0)
    ...[0x48, 0xc7, 0xc7, ...int32(1), 0x48, 0x89, 0xe6, 0x48, 0xc7, 0xc2, ...int32(size)],
    ...[0x48, 0xc7, 0xc0, ...int32(1), 0x0f, 0x05],
    ...[0x48, 0xc7, 0xc7, ...int32(0), 0x48, 0xc7, 0xc0, ...int32(231), 0x0f, 0x05],
  ]);
}

function codeForArm64(calls: readonly SystemCall[]): Buffer {
  const size = 8 * calls.length;
  const [firstArgument, secondArgument, thirdArgument, callNumber, next] = [0, 1, 2, 8, 19] as const;
  /** `movz` or `movn`, which carries the sign on, and `movk` for the upper half. */
  const move = (register: number, value: number): number[] => [
    (value < 0 ? 0x9280_0000 : 0xd280_0000) | (((value < 0 ? ~value : value) & 0xffff) << 5) | register,
    0xf2a0_0000 | (((value >> 16) & 0xffff) << 5) | register,
  ];
  const copyStackPointer = (register: number): number => 0x9100_03e0 | register;
  const call = 0xd400_0001;
  return Buffer.from(
    [
      // The results go to the stack, whose pointer is a multiple of 16; x19 is where the next one is put.
      0xd100_03ff | (((size + 15) & ~15) << 10),
      copyStackPointer(next),
      ...calls.flatMap(({ number, args }) => [
        ...args.flatMap((value, i) => move(i, value)),
        ...move(callNumber, number),
        call,
        // str x0, [x19], 8
        0xf800_8660,
      ]),
      // write(1, sp, size); exit_group(0)
      ...[...move(firstArgument, 1), copyStackPointer(secondArgument), ...move(thirdArgument, size)],
      ...[...move(callNumber, 64), call],
      ...[...move(firstArgument, 0), ...move(callNumber, 94), call],
    ].flatMap(int32),
  );
}

function int32(value: number): number[] {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value | 0);
  return [...bytes];
}
