import { losses, readFixture } from '../parity/fixtures';
import { missed } from '../parity/missed';
import type { Figures, Measured, Parity } from '../parity/parity';

const titles = ['cases equal', 'missed', 'value', 'gradient', 'second derivative'];

/** A row for each backend: its worst loss; and where and when each was measured. */
export function backendsTable(parity: Parity): string {
  const rows = Object.entries(parity).map(([backend, measured]) => {
    const all = Object.values(measured.losses);
    const missing = Object.keys(measured.losses).reduce((sum, loss) => sum + missedCases(backend, loss), 0);
    const worst = (figure: (figures: Figures) => number | null) =>
      shown(Math.max(...all.map((one) => figure(one) ?? 0)));
    return [
      `\`${backend}\``,
      all.length,
      all.reduce((sum, { cases }) => sum + cases, 0),
      missing,
      worst(({ value }) => value),
      worst(({ gradient }) => gradient),
      worst(({ second }) => second),
    ];
  });
  const measured = Object.entries(parity).map(([backend, one]) => `- \`${backend}\`: ${circumstances(one)}`);
  const { torch } = readFixture(losses[0] ?? '');
  return [table(['backend', 'losses', ...titles], rows), measured.join('\n'), `PyTorch is ${torch}.`].join('\n\n');
}

/** A row for each backend of what was compared of one loss; undefined where it has no fixture. */
export function parityTable(loss: string, parity: Parity): string | undefined {
  const rows = Object.entries(parity).flatMap(([backend, { losses }]) => {
    const figures = losses[loss];
    if (!figures) return [];
    const { cases, value, gradient, second } = figures;
    return [[`\`${backend}\``, cases, missedCases(backend, loss), shown(value), shown(gradient), shown(second)]];
  });
  if (rows.length === 0) return undefined;
  const reasons = Object.entries(missed).flatMap(([backend, list]) =>
    list
      .filter((one) => one.loss === loss)
      .map((one) => `- Missed on \`${backend}\`: “${one.case}”, because ${one.reason}.`),
  );
  return [table(['backend', ...titles], rows), ...(reasons.length > 0 ? [reasons.join('\n')] : [])].join('\n\n');
}

function missedCases(backend: string, loss: string): number {
  const names = (missed[backend] ?? []).filter((one) => one.loss === loss).map((one) => one.case);
  if (names.length === 0) return 0;
  return readFixture(loss).cases.filter(({ name }) => names.includes(name)).length;
}

function circumstances({ device, packages, day }: Measured): string {
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return `${device}; ${versions.join(', ')}; ${day}`;
}

const shown = (deviation: number | null): string =>
  deviation === null ? '' : deviation === 0 ? '0' : deviation.toExponential(1);

function table(titles: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map((_, i) => (i === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}
