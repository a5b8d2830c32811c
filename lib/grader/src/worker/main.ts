/** The process in the sandbox that runs a student's cells and calls their functions. It knows no right answer. */
import { evaluate, openScope } from 'lossbook-kernel/dist/cell/evaluate';
import type { Request } from '../sandbox/requests';
import { clean } from './clean';
import { closeMemory } from './closeMemory';
import { defineGlobals } from './globals';
import { keepTokens, nextToken } from './ledger';
import { importModule } from './modules';
import { receive, receiveTokens, send } from './pipe';
import { callWith, startBackend, tellError } from './tensors';

const scope = openScope(importModule as NodeJS.Require);
const taken = new Map<string, unknown>();

async function answer(request: Request): Promise<object> {
  switch (request.do) {
    case 'start':
      await startBackend();
      return {};
    case 'run':
      return run(request);
    case 'take':
      return { found: take(request.item, request.names) };
    case 'count':
      return { token: nextToken() };
    case 'call':
      return { outcomes: await callAll(taken.get(`${request.item} ${request.name}`), request.cases) };
  }
}

/** A cell that throws has declared what stands before. */
async function run(cell: Extract<Request, { do: 'run' }>): Promise<object> {
  const progress = { declared: 0 };
  try {
    await evaluate(cell, scope, cell.filename, progress);
    return {};
  } catch (error) {
    return { error: tellError(error), declared: progress.declared };
  }
}

function take(item: string, names: readonly string[]): string[] {
  const found: string[] = [];
  for (const name of names) {
    const value = scope.exports[name];
    if (typeof value !== 'function') continue;
    taken.set(`${item} ${name}`, value);
    found[found.length] = name;
  }
  return found;
}

async function callAll(f: unknown, cases: Extract<Request, { do: 'call' }>['cases']): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for (let i = 0; i < cases.length; i++) outcomes[i] = await callWith(f, cases[i] ?? []);
  return outcomes;
}

async function serve(): Promise<void> {
  for (;;) {
    const request = receive() as (Request & { readonly call: string }) | undefined;
    if (request === undefined) return clean.exit(0);
    const { call } = request;
    try {
      send(call, await answer(request));
    } catch (error) {
      send(call, { error: tellError(error) });
    }
    // Timers and promises that the cell left behind get their turn, as between two cells in JupyterLab.
    await new Promise((resolve) => {
      clean.setImmediate(resolve);
    });
  }
}

closeMemory();
keepTokens(receiveTokens());
defineGlobals();
// A cell that awaits what never comes must wait, as in the kernel, though nothing else keeps the process alive.
setInterval(() => undefined, 2 ** 30);
// Where its pipe is closed or is none any more, nobody waits for what cannot come.
void serve().catch(() => {
  clean.exit(1);
});
