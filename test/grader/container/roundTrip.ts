import { SandboxProcess, type Limits, type Sandbox } from 'lossbook-grader';
import { defaultLimits } from '../../../lib/grader/src/sandbox/limits';

export const limits: Limits = { ...defaultLimits, cpuSeconds: 5, wallSeconds: 60 };

/** Starts a worker, runs a cell that prints and declares, calls the function, and tells what came of it. */
export async function roundTrip(sandbox: Sandbox, runtime: string): Promise<unknown> {
  const process = new SandboxProcess(sandbox, runtime, limits);
  const javascript = "console.log('printed'); exports.double = (x) => x.mul(2);";
  try {
    await process.request({ do: 'start' });
    await process.request({ do: 'run', filename: 'cell 1', javascript, awaits: false });
    await process.request({ do: 'take', item: 'double', names: ['double'] });
    await process.leftNothing();
    const data = Buffer.from(Float32Array.of(1, 2).buffer).toString('base64');
    const { outcomes } = await process.request({
      do: 'call',
      item: 'double',
      name: 'double',
      cases: [[{ shape: [2], data }]],
    });
    return { outcomes, clean: await process.leftNothing(), output: process.takeOutput() };
  } finally {
    await process.end();
  }
}

/** What `roundTrip` answers in a sandbox that works. */
export const doubled = {
  outcomes: [
    { got: 'tensor', shape: [2], leaked: 0, data: Buffer.from(Float32Array.of(2, 4).buffer).toString('base64') },
  ],
  clean: true,
  output: expect.stringContaining('printed') as string,
};
