import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultLimits, findBubblewrap, type Sandbox } from 'lossbook-grader';
import { bubblewrap } from '../../lib/grader/src/sandbox/bubblewrap';
import { codes, field, verdict, type Instruction } from '../../lib/grader/src/sandbox/seccomp/bpf';
import { filterBytes, filterFor, type Architecture } from '../../lib/grader/src/sandbox/seccomp/filter';
import { denied } from '../../lib/grader/src/sandbox/seccomp/systemCalls';
import { root } from './support/exercise';
import { describeInSandbox, emptyFolder, removeFolder } from './support/grading';
import { elfOf, type SystemCall } from './support/systemCallProgram';

const audit = { x64: 0xc000_003e, arm64: 0xc000_00b7, i386: 0x4000_0003 } as const;

/** Decides on a system call as Linux does. */
function decide(
  program: readonly Instruction[],
  architecture: number,
  number: number,
  args: readonly number[],
): number {
  const data = new Map<number, number>([
    [field.architecture, architecture],
    [field.number, number],
    ...args.map((value, i): [number, number] => [field.argument(i), value]),
  ]);
  let accumulator = 0;
  for (let at = 0; at < program.length; at++) {
    const { code, ifTrue, ifFalse, k } = program[at] as Instruction;
    const tests: Readonly<Record<number, boolean>> = {
      [codes.isEqual]: accumulator === k,
      [codes.isGreater]: accumulator > k,
      [codes.hasBits]: (accumulator & k) !== 0,
    };
    if (code === codes.load) accumulator = data.get(k) ?? 0;
    else if (code === codes.give) return k;
    else at += tests[code] === true ? ifTrue : ifFalse;
  }
  throw new Error('The program has no end.');
}

/** Chooses the number that a system call has on a processor. */
function numberOn(architecture: Architecture): (x64: number, arm64: number) => number {
  return (x64, arm64) => (architecture === 'x64' ? x64 : arm64);
}

describe.each(['x64', 'arm64'] as const)('the seccomp filter for %s', (architecture: Architecture) => {
  const program = filterFor(architecture);
  const of = numberOn(architecture);
  const on = (number: number, ...args: number[]): number => decide(program, audit[architecture], number, args);

  test('refuses what it names', () => {
    const numbers = Object.values(denied).flatMap(([x64, arm64]) => (architecture === 'x64' ? x64 : (arm64 ?? [])));
    expect(numbers.length).toBeGreaterThan(70);
    expect(numbers.filter((number) => on(number) !== verdict.fail(1))).toEqual([]);
  });

  test('allows what Node.js lives on', () => {
    // read, write, mmap, futex, epoll_ctl, openat, exit_group, execve, prctl
    for (const number of [
      of(0, 63),
      of(1, 64),
      of(9, 222),
      of(202, 98),
      of(233, 21),
      of(257, 56),
      of(231, 94),
      of(59, 221),
      of(157, 167),
    ]) {
      expect(on(number)).toBe(verdict.allow);
    }
  });

  test('allows threads, but no processes and no namespaces', () => {
    const clone = of(56, 220);
    expect(on(clone, 0x3d0f00)).toBe(verdict.allow);
    expect(on(clone, 17)).toBe(verdict.fail(1));
    expect(on(clone, 0x1000_0000 | 17)).toBe(verdict.fail(1));
    expect(on(clone, 0x3d0f00 | 0x1000_0000)).toBe(verdict.fail(1));
    expect(on(435)).toBe(verdict.fail(38));
  });

  test('allows ioctl, but not to type for the user', () => {
    expect(on(of(16, 29), 0, 0x5401)).toBe(verdict.allow);
    expect(on(of(16, 29), 0, 0x5412)).toBe(verdict.fail(1));
  });

  test('knows nothing of newer calls, and ends programs of other processors', () => {
    expect(on(470)).toBe(verdict.fail(38));
    expect(on(0x4000_0000 + 101)).toBe(verdict.fail(38));
    expect(decide(program, audit.i386, 26, [])).toBe(verdict.killProcess);
  });

  test('jumps no further than a byte can say, and is eight bytes an instruction', () => {
    expect(program.every(({ ifTrue, ifFalse }) => ifTrue < 256 && ifFalse < 256)).toBe(true);
    expect(filterBytes(architecture)).toHaveLength(8 * program.length);
    expect(program.length).toBeLessThan(4096);
  });
});

const here: Architecture = process.arch === 'arm64' ? 'arm64' : 'x64';
const describeMachineCode = process.arch === here ? describeInSandbox : describe.skip;

describeMachineCode('machine code in the sandbox [x86-64 or AArch64 Linux]', () => {
  const folder = emptyFolder();
  afterAll(() => {
    removeFolder(folder);
  });

  const of = numberOn(here);
  /** Calls that do no harm where they succeed, with what they give then and what the filter makes of them. */
  const calls: Readonly<Record<string, SystemCall>> = {
    getpid: { number: of(39, 172), args: [] },
    'socket(AF_UNIX)': { number: of(41, 198), args: [1, 1, 0] },
    'socketpair(AF_UNIX)': { number: of(53, 199), args: [1, 1, 0, 0] },
    'keyctl(KEYCTL_GET_KEYRING_ID)': { number: of(250, 219), args: [0, -3, 0] },
    memfd_create: { number: of(319, 279), args: [0, 99] },
    'shmget(IPC_PRIVATE)': { number: of(29, 194), args: [0, 4096, 0o1600] },
    'ptrace(PTRACE_TRACEME)': { number: of(101, 117), args: [0, 0, 0, 0] },
    'personality(0xffffffff)': { number: of(135, 92), args: [-1] },
    userfaultfd: { number: of(323, 282), args: [1] },
    io_uring_setup: { number: 425, args: [0, 0] },
    'unshare(0)': { number: of(272, 97), args: [0] },
    'process_vm_readv(0)': { number: of(310, 270), args: [0, 0, 0, 0, 0, 0] },
    // Linux itself says EINVAL to these two.
    'clone(CLONE_SIGHAND)': { number: of(56, 220), args: [0x800, 0, 0, 0, 0] },
    'clone(CLONE_THREAD | CLONE_NEWUSER)': { number: of(56, 220), args: [0x1001_0000, 0, 0, 0, 0] },
    'ioctl(TIOCSTI)': { number: of(16, 29), args: [-1, 0x5412, 0] },
    clone3: { number: 435, args: [0, 0] },
  };

  /** What the calls give inside, by name. */
  function results(sandbox: Sandbox): Record<string, number> {
    const program = join(folder, 'program');
    writeFileSync(program, elfOf(here, Object.values(calls)));
    chmodSync(program, 0o755);
    const { argv, environment } = sandbox.launch(folder, [], defaultLimits);
    // In place of Node.js.
    const inside = [...argv.slice(0, argv.lastIndexOf('--') + 1), `${sandbox.runtimeInside(folder)}/program`];
    const [file = '', ...args] = inside;
    const { stdout, stderr } = spawnSync(file, args, { env: environment });
    // What is printed inside comes out of stderr.
    expect(stdout).toHaveLength(0);
    return Object.fromEntries(Object.keys(calls).map((name, i) => [name, Number(stderr.readBigInt64LE(8 * i))]));
  }

  test('gets EPERM for what is refused, and ENOSYS for what is said to be absent', () => {
    const found = findBubblewrap(root);
    expect(found.name).toBe('bubblewrap');
    const { getpid, clone3, ...refused } = results(found);
    expect(getpid).toBeGreaterThan(0);
    expect(clone3).toBe(-38);
    expect(Object.entries(refused).filter(([, result]) => result !== -1)).toEqual([]);
  });

  test('gets more without the filter, so that the filter is what refuses', () => {
    const { argv } = findBubblewrap(root).launch(folder, [], defaultLimits);
    const program = argv.find((word) => word.endsWith('/bwrap')) ?? '';
    const without = results(bubblewrap(program));
    for (const name of [
      'socket(AF_UNIX)',
      'shmget(IPC_PRIVATE)',
      'ptrace(PTRACE_TRACEME)',
      'personality(0xffffffff)',
      'unshare(0)',
      'clone(CLONE_SIGHAND)',
      'clone(CLONE_THREAD | CLONE_NEWUSER)',
      'ioctl(TIOCSTI)',
    ]) {
      expect([name, without[name]]).not.toEqual([name, -1]);
    }
  });
});
