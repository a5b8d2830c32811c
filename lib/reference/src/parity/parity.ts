import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How near a loss is to PyTorch on one backend: of all its cases the number, and the largest deviation of each kind. */
export interface Figures {
  cases: number;
  value: number;
  gradient: number;
  /** Of the second derivative; null where no case has one. */
  second: number | null;
}

/** One backend, when and on what it was measured. */
export interface Measured {
  day: string;
  device: string;
  torch: string;
  packages: Record<string, string>;
  losses: Record<string, Figures>;
}

/** `docs/parity.json`: the backends that were measured. */
export type Parity = Record<string, Measured>;

export const parityFile = join(__dirname, '../../../../docs/parity.json');

export const readParity = (): Parity => JSON.parse(readFileSync(parityFile, 'utf8')) as Parity;
