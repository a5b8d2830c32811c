import path from 'node:path';
import { KernelClient as Client, type StartOptions } from '../../lib/bench/src/kernel/client';
import { findLaunch, KERNELS, ROOT, type KernelName } from '../../lib/bench/src/kernel/launch';

export { ROOT };
export type { Message } from '../../lib/bench/src/kernel/message';
export type { Outcome } from '../../lib/bench/src/kernel/outcome';

const name = process.env.LOSSBOOK_TEST_KERNEL ?? 'lossbook';
if (!(KERNELS as readonly string[]).includes(name))
  throw new Error(`LOSSBOOK_TEST_KERNEL: one of ${KERNELS.join(', ')}`);

/** The kernel under test: our own, or the one named in LOSSBOOK_TEST_KERNEL. */
export const kernelName = name as KernelName;

/** A client whose kernel is the one under test, in a folder beside the tests. */
export const KernelClient = {
  start: (options: StartOptions = {}): Promise<Client> => {
    const launch = findLaunch(kernelName);
    if ('missing' in launch) throw new Error(launch.missing);
    // Other kernels get stuck in many of the tests; ours is given the time that each test has.
    const patience = kernelName === 'lossbook' ? {} : { giveUpAfter: 15_000 };
    return Client.start({ launch, within: path.join(ROOT, 'test/kernel'), ...patience, ...options });
  },
};
export type KernelClient = Client;
