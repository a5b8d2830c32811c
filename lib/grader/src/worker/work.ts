/** What the process in the sandbox does: it runs a student's cells and calls their functions. It knows no right answer. */
import { evaluate, openScope } from 'lossbook-kernel/dist/cell/evaluate';
import type { Request } from '../sandbox/requests';
import { clean } from './clean';
import { closeMemory } from './closeMemory';
import { defineGlobals } from './globals';
import { keepTokens, nextToken } from './ledger';
import { importModule, readModulesFrom } from './modules';
import { receive, receiveTokens, send } from './pipe';
import { callWith, startBackend, tellError } from './tensors';

/** @param folder the runtime folder */
export function work(folder: string): void {
  closeMemory();
  readModulesFrom(folder);
  keepTokens(receiveTokens());
  defineGlobals();
  // A cell that awaits what never comes must wait, as in the kernel, though nothing else keeps the process alive.
  setInterval(() => undefined, 2 ** 30);
  // Where its pipe is closed or is none any more, nobody waits for what cannot come.
  void new Worker(folder).serve().catch(() => {
    clean.exit(1);
  });
}

class Worker {
  private readonly scope = openScope(importModule as NodeJS.Require);
  private readonly taken = new Map<string, unknown>();

  constructor(private readonly folder: string) {}

  async serve(): Promise<void> {
    for (;;) {
      const request = receive() as (Request & { readonly call: string }) | undefined;
      if (request === undefined) return clean.exit(0);
      const { call } = request;
      try {
        send(call, await this.answer(request));
      } catch (error) {
        send(call, { error: tellError(error) });
      }
      // Timers and promises that the cell left behind get their turn, as between two cells in JupyterLab.
      await new Promise((resolve) => {
        clean.setImmediate(resolve);
      });
    }
  }

  private async answer(request: Request): Promise<object> {
    switch (request.do) {
      case 'start':
        await startBackend(this.folder);
        return {};
      case 'run':
        return this.run(request);
      case 'take':
        return { found: this.take(request.item, request.names) };
      case 'count':
        return { token: nextToken() };
      case 'call':
        return { outcomes: await callAll(this.taken.get(`${request.item} ${request.name}`), request.cases) };
    }
  }

  /** A cell that throws has declared what stands before. */
  private async run(cell: Extract<Request, { do: 'run' }>): Promise<object> {
    const progress = { declared: 0 };
    try {
      await evaluate(cell, this.scope, cell.filename, progress);
      return {};
    } catch (error) {
      return { error: tellError(error), declared: progress.declared };
    }
  }

  private take(item: string, names: readonly string[]): string[] {
    const found: string[] = [];
    for (const name of names) {
      const value = this.scope.exports[name];
      if (typeof value !== 'function') continue;
      this.taken.set(`${item} ${name}`, value);
      found[found.length] = name;
    }
    return found;
  }
}

async function callAll(f: unknown, cases: Extract<Request, { do: 'call' }>['cases']): Promise<unknown[]> {
  const outcomes: unknown[] = [];
  for (let i = 0; i < cases.length; i++) outcomes[i] = await callWith(f, cases[i] ?? []);
  return outcomes;
}
