import { setTimeout as pause } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { StartOptions } from '../../lib/bench/src/kernel/client';
import { KernelClient, kernelName } from './client';
import { contents } from './outputs';
import type { Outcome } from './client';

/** One kernel for the tests of a file or group; a test that leaves it dead or stuck costs the next one a new start. */
export function useKernel(options: StartOptions = {}): () => KernelClient {
  let kernel: KernelClient | undefined;
  beforeEach(async () => {
    kernel ??= await KernelClient.start(options);
  }, 60_000);
  afterEach(async () => {
    if (kernel === undefined || (await answers(kernel))) return;
    await kernel.kill();
    kernel = undefined;
  }, 30_000);
  afterAll(() => kernel?.shutdown());
  return () => {
    if (kernel === undefined) throw new Error('a kernel is there only within a test');
    return kernel;
  };
}

async function answers(kernel: KernelClient): Promise<boolean> {
  if (kernel.ended) return false;
  const answer = kernel.execute('1', { silent: true, store_history: false, stop_on_error: false });
  return Promise.race([answer.then(() => true).catch(() => false), pause(3_000, false)]);
}

type Sources = { readonly typescript: string } & Partial<Record<typeof kernelName | 'python', string>>;

/** The cell that asks the kernel under test for the same thing. */
export function cell(sources: Sources): string {
  if (kernelName === 'ipykernel') return sources.python ?? sources.typescript;
  return sources[kernelName] ?? sources.typescript;
}

/** A test of what only a kernel for TypeScript can be asked. */
export const testTypeScript: typeof test = kernelName === 'ipykernel' ? test.skip : test;

/** The plain text of a cell's result, in what other kernels have of it: Deno colours and quotes it, tslab prints it. */
export function result({ outputs }: Outcome): string | undefined {
  const data = contents(outputs, 'execute_result')[0]?.data as Record<string, string> | undefined;
  if (kernelName === 'deno')
    return data?.['text/plain'] && stripVTControlCharacters(data['text/plain']).replaceAll('"', "'");
  if (kernelName === 'tslab') {
    return stripVTControlCharacters(
      contents(outputs, 'stream')
        .map(({ text }) => String(text))
        .join(''),
    )
      .trim()
      .split('\n')
      .at(-1);
  }
  return data?.['text/plain'];
}

/** Runs cells one after another, each without an error, and gives the last one's outcome. */
export async function runAll(kernel: KernelClient, ...cells: readonly string[]): Promise<Outcome> {
  let outcome: Outcome | undefined;
  for (const source of cells) {
    outcome = await kernel.execute(source);
    expect({ source, errors: contents(outcome.outputs, 'error'), status: outcome.reply.status }).toEqual({
      source,
      errors: [],
      status: 'ok',
    });
  }
  if (outcome === undefined) throw new Error('no cells');
  return outcome;
}

/** Waits until a cell has written this text. */
export function wrote(kernel: KernelClient, text: string, from = 0): Promise<unknown> {
  return kernel.until(({ type, content }) => type === 'stream' && String(content.text).includes(text), from);
}
