import { assemble, field, give, load, unless, verdict, when, type Instruction } from './bpf';
import { denied, inspected, lastKnown } from './systemCalls';

export type Architecture = 'x64' | 'arm64';

/** `AUDIT_ARCH_X86_64`, `AUDIT_ARCH_AARCH64`: a program of another kind, such as 32 bits, has other numbers. */
const audit = { x64: 0xc000_003e, arm64: 0xc000_00b7 } as const;
const errno = { EPERM: 1, ENOSYS: 38 } as const;

const CLONE_THREAD = 0x0001_0000;
/** `CLONE_NEWNS`, `NEWCGROUP`, `NEWUTS`, `NEWIPC`, `NEWUSER`, `NEWPID`, `NEWNET`, `NEWTIME`. */
const newNamespaces = 0x0002_0000 | 0x7e00_0000 | 0x80;
/** `TIOCSTI` types on a terminal as if its user had; `TIOCLINUX` pastes. */
const typing = [0x5412, 0x541c] as const;

/** Whether there is a filter for a processor, as `process.arch` calls it. */
export function isFiltered(architecture: string): architecture is Architecture {
  return architecture in audit;
}

/**
 * The seccomp filter of the sandbox, as instructions. It allows what it does not name, but no call that is newer than its list: a
 * second fence behind namespaces without rights, for code that found a hole in Node.js or brought machine code along.
 */
export function filterFor(architecture: Architecture): Instruction[] {
  const at = architecture === 'x64' ? 0 : 1;
  const refuse = give(verdict.fail(errno.EPERM));
  const isAbsent = give(verdict.fail(errno.ENOSYS));
  const refused = Object.values(denied).flatMap((numbers) => numbers[at] ?? []);
  return [
    load(field.architecture),
    ...unless('isEqual', audit[architecture], [give(verdict.killProcess)]),
    load(field.number),
    // The numbers of x86-64's 32-bit half begin above these.
    ...when('isGreater', lastKnown, [isAbsent]),
    ...refused.flatMap((number) => when('isEqual', number, [refuse])),
    // Its flags are in memory, where a filter cannot look; the C library goes back to clone.
    ...when('isEqual', inspected.clone3[at], [isAbsent]),
    ...when('isEqual', inspected.clone[at], [
      load(field.argument(0)),
      ...unless('hasBits', CLONE_THREAD, [refuse]),
      ...when('hasBits', newNamespaces, [refuse]),
      give(verdict.allow),
    ]),
    ...when('isEqual', inspected.ioctl[at], [
      load(field.argument(1)),
      ...typing.flatMap((request) => when('isEqual', request, [refuse])),
      give(verdict.allow),
    ]),
    give(verdict.allow),
  ];
}

/** The filter as bubblewrap reads it. */
export function filterBytes(architecture: Architecture): Buffer {
  return assemble(filterFor(architecture));
}
