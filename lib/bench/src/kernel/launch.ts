import { existsSync } from 'node:fs';
import path from 'node:path';
import { kernelSpec } from 'lossbook-kernel/dist/kernel-spec';
import { denoProgram } from './deno';

/** The folder of the course. */
export const ROOT = path.resolve(__dirname, '../../../..');

export const KERNELS = ['lossbook', 'tslab', 'deno', 'ipykernel'] as const;
export type KernelName = (typeof KERNELS)[number];

/** A kernel that can be started on this machine. */
export interface Launch {
  readonly name: KernelName;
  readonly language: 'typescript' | 'python';
  /** The program and its arguments, with `{connection_file}` where the file's path goes. */
  readonly argv: readonly string[];
  readonly interruptMode: 'signal' | 'message';
}

/** How a kernel is started, or why it cannot be had here. */
export function findLaunch(name: KernelName): Launch | { readonly missing: string } {
  switch (name) {
    case 'lossbook': {
      const spec = kernelSpec({ node: process.execPath, main: path.join(ROOT, 'lib/kernel/dist/main.js') });
      return { name, language: 'typescript', argv: spec.argv, interruptMode: spec.interrupt_mode };
    }
    case 'tslab': {
      const argv = [path.join(ROOT, 'node_modules/tslab/bin/tslab'), 'kernel', '--config-path', '{connection_file}'];
      return { name, language: 'typescript', argv: [process.execPath, ...argv], interruptMode: 'signal' };
    }
    case 'deno': {
      const deno = denoProgram(ROOT);
      if (deno === undefined) return { missing: 'Deno could not be fetched' };
      const argv = [deno, 'jupyter', '--kernel', '--conn', '{connection_file}'];
      return { name, language: 'typescript', argv, interruptMode: 'signal' };
    }
    case 'ipykernel': {
      const python = path.join(ROOT, process.platform === 'win32' ? '.venv/Scripts/python.exe' : '.venv/bin/python');
      if (!existsSync(python)) return { missing: 'there is no .venv: run npm start once' };
      const argv = [python, '-m', 'ipykernel_launcher', '-f', '{connection_file}'];
      return { name, language: 'python', argv, interruptMode: 'signal' };
    }
  }
}
