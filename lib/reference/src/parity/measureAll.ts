import { writeFileSync } from 'node:fs';
import { backends, ready } from 'lossbook';
import { formatted } from '../page/formatted';
import { losses } from './fixtures';
import { circumstances, measure } from './measure';
import { parityFile, readParity, withFigures } from './parity';

/**
 * Measures every loss on every backend that this machine has, or those that are named, and keeps each loss's figures as soon as
 * they are there; the figures of the others stay.
 *
 * @returns how many losses are not equal to PyTorch somewhere
 */
export async function measureAll(names: readonly string[]): Promise<number> {
  const reports = (await backends()).reverse();
  const unknown = names.find((name) => !losses.includes(name) && !reports.some((report) => report.name === name));
  if (unknown !== undefined) throw new Error(`${unknown} is no backend, and no loss that has a fixture`);
  const chosen = <T>(all: readonly T[], name: (one: T) => string) => {
    const named = all.filter((one) => names.includes(name(one)));
    return named.length > 0 ? named : all;
  };
  let failed = 0;
  for (const { name: backend, available, detail } of chosen(reports, ({ name }) => name)) {
    if (!available) {
      console.log(`${backend} is not measured: ${detail}`);
      continue;
    }
    const { device } = await ready(backend);
    for (const loss of chosen(losses, (name) => name)) {
      try {
        const figures = await measure(backend, loss);
        const now = { ...circumstances(backend, device), day: new Date().toISOString().slice(0, 10) };
        const parity = withFigures(readParity(), backend, now, loss, figures);
        writeFileSync(parityFile, await formatted(JSON.stringify(parity), parityFile));
        console.log(`${backend}: ${loss}, ${figures.cases} cases`);
      } catch (error) {
        failed++;
        console.error(error instanceof Error ? error.message : error);
      }
    }
  }
  return failed;
}
