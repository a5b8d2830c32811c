import type { Candidate } from './candidate';

/**
 * Opens the first candidate that works, or the first that works of the wanted name.
 *
 * @throws RangeError when the wanted name is unknown; Error when nothing that is wanted works, with the reasons
 */
export async function choose(
  candidates: readonly Candidate[],
  wanted?: string,
): Promise<{ name: string; device: string }> {
  if (wanted && !candidates.some(({ name }) => name === wanted)) {
    throw new RangeError(`ready: there is no backend '${wanted}'; this machine has ${present(candidates)}`);
  }
  const reasons: string[] = [];
  for (const candidate of candidates.filter(({ name }) => !wanted || name === wanted)) {
    const missing = candidate.missing();
    if (missing) {
      reasons.push(missing);
      continue;
    }
    try {
      return { name: candidate.name, device: await candidate.open() };
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  const why = [...new Set(reasons)].join('; ');
  throw new Error(
    wanted
      ? `ready: the backend '${wanted}' does not work here: ${why}; this machine has ${present(candidates)}`
      : `ready: no backend works here: ${why}`,
  );
}

function present(candidates: readonly Candidate[]): string {
  const names = candidates.filter((candidate) => !candidate.missing()).map(({ name }) => name);
  return [...new Set(names)].join(', ');
}
