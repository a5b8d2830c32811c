import { arch, cpus } from 'node:os';

/** The processor's name, for people; its architecture where the system does not tell. */
export function processor(): string {
  const model = cpus()[0]?.model.trim();
  return model && model !== 'unknown' ? model : `${arch()} processor`;
}
