import { join } from 'node:path';
import { defaultLimits, findSandbox, LocalRunner, runtimeFor, runVersions, unpackRun } from 'lossbook-grader';
import { toWire } from '../../lib/grader/src/judge/cases';
import type { Hit } from '../../lib/grader/src/judge/hit';
import type { Outcome } from '../../lib/grader/src/sandbox/reply';
import { root } from '../grader/support/exercise';
import { told, type Behaviour, type Given, type Notebook } from './notebook';

/** The grader without its oracles: what runs submissions, in the sandbox. */
export class Grader {
  private readonly cache = join(root, '.cache/grader');
  private readonly runner = new LocalRunner({ root, cache: this.cache, sandbox: findSandbox(root), jobs: 1 });

  async run({ steps, calls }: Notebook): Promise<Behaviour> {
    const runtime = await runtimeFor(root, [], join(this.cache, 'runtime'));
    let cell = 0;
    const items = steps.map((step, i) =>
      typeof step === 'string'
        ? ({ do: 'run', cell: cell++, source: step, item: undefined } as const)
        : ({ do: 'take', item: String(i) } as const),
    );
    const itemOf = (name: string): string =>
      String(steps.findIndex((step) => typeof step !== 'string' && step.take.includes(name)));
    const stored = await this.runner.run({
      version: 1,
      steps: items,
      withoutAnswer: [],
      wanted: calls.map(({ name, cases }) => ({ item: itemOf(name), name, cases: cases.map(toWire) })),
      forbidden: [],
      runtime: runtime.hash,
      versions: runVersions(root),
      isolated: true,
      limits: defaultLimits,
    });
    const run = unpackRun(stored);
    const given = (name: string): Given[] => {
      const found = run.functions.get(itemOf(name))?.get(name);
      return found === undefined || 'hit' in found ? ['nothing'] : found.outcomes.map(givenBy);
    };
    return {
      given: Object.fromEntries(calls.map(({ name }) => [name, given(name)])),
      failed: Object.fromEntries(run.failures.map((one) => [one.cell, failure(one.hit)])),
      printed: run.output,
    };
  }

  close(): Promise<void> {
    return this.runner.close();
  }
}

function givenBy(outcome: Outcome): Given {
  switch (outcome.got) {
    case 'tensor':
      return { shape: outcome.shape, data: (outcome.data ?? []).map(told) };
    case 'other':
      return { other: outcome.what };
    case 'thrown':
      return { threw: `${outcome.error.name}: ${outcome.error.message}` };
  }
}

function failure(hit: Hit): string {
  if (hit.why === 'type-error') return 'type error';
  return hit.why === 'cell-threw' ? `${hit.error.name}: ${hit.error.message}` : hit.why;
}
