import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How near a loss is to PyTorch on one backend: of all its cases the number, and the largest deviation of each kind. */
export interface Figures {
  cases: number;
  value: number;
  gradient: number;
  /** Of the second derivative; null where no case has one. */
  second: number | null;
}

/** What figures depend on beside the losses and their fixtures. */
export interface Circumstances {
  device: string;
  packages: Record<string, string>;
}

export interface Measured extends Circumstances {
  /** When the last of the losses was measured. */
  day: string;
  losses: Record<string, Figures>;
}

/** `docs/parity.json`: the backends that were measured. */
export type Parity = Record<string, Measured>;

export const parityFile = join(__dirname, '../../../../docs/parity.json');

export function readParity(): Parity {
  return existsSync(parityFile) ? (JSON.parse(readFileSync(parityFile, 'utf8')) as Parity) : {};
}

/** The figures with those of one loss more; figures that were measured elsewhere or with other packages go. */
export function withFigures(
  parity: Parity,
  backend: string,
  now: Circumstances & { day: string },
  loss: string,
  figures: Figures,
): Parity {
  const before = parity[backend];
  const same = before?.device === now.device && JSON.stringify(before.packages) === JSON.stringify(now.packages);
  const losses = { ...(same ? before.losses : {}), [loss]: figures };
  const sorted = Object.fromEntries(Object.entries(losses).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { ...parity, [backend]: { ...now, losses: sorted } };
}
