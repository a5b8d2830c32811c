import type { Candidate } from './candidate';

/** The name of the backend that works now and its device, or why none of the candidates does. */
export type Attempt = { name: string; device: string } | { reasons: string[] };

/** Opens the first candidate that works. */
export async function openFirst(candidates: readonly Candidate[]): Promise<Attempt> {
  const reasons = new Set<string>();
  for (const { name, missing, open } of candidates) {
    const reason = missing();
    if (reason) {
      reasons.add(reason);
      continue;
    }
    try {
      return { name, device: await open() };
    } catch (error) {
      reasons.add(error instanceof Error ? error.message : String(error));
    }
  }
  return { reasons: [...reasons] };
}

/**
 * Opens the first candidate that works, or the first that works of the wanted name; some only when wanted.
 *
 * @throws RangeError when the wanted name is unknown; Error when nothing that is wanted works, with the reasons
 */
export async function choose(
  candidates: readonly Candidate[],
  wanted?: string,
): Promise<{ name: string; device: string }> {
  const present = () => unique(candidates.filter(({ missing }) => !missing())).join(', ');
  if (wanted && !candidates.some(({ name }) => name === wanted)) {
    throw new RangeError(`ready: there is no backend '${wanted}'; this machine has ${present()}`);
  }
  const attempt = await openFirst(
    candidates.filter(({ name, onlyWhenWanted }) => (wanted ? name === wanted : !onlyWhenWanted)),
  );
  if ('device' in attempt) {
    return attempt;
  }
  const why = attempt.reasons.join('; ');
  throw new Error(
    wanted
      ? `ready: the backend '${wanted}' does not work here: ${why}; this machine has ${present()}`
      : `ready: no backend works here: ${why}`,
  );
}

/** The candidates' names, each once. */
export function unique(candidates: readonly Candidate[]): string[] {
  return [...new Set(candidates.map(({ name }) => name))];
}
