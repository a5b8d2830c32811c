import { markdownTable } from '../markdownTable';
import { median } from '../median';

/** A loss at one size, and what its value and gradient took on each backend that has it, in milliseconds. */
export interface Row {
  readonly loss: string;
  readonly shape: readonly number[];
  readonly ms: Readonly<Record<string, number>>;
}

/** Both tables in Markdown: the median ratios to PyTorch by size, where PyTorch was measured, and every row. */
export function report(rows: readonly Row[], columns: readonly string[]): string {
  const backends = columns.filter((name) => name !== 'torch');
  const everything = markdownTable(
    ['loss', 'shape', ...columns.flatMap((name) => (name === 'torch' ? [name] : [name, '×']))],
    rows.map((row) => [
      row.loss,
      row.shape.join('×'),
      ...columns.flatMap((name) => {
        const ms = shown(row.ms[name]);
        return name === 'torch' ? [ms] : [ms, shown(ratio(row, name))];
      }),
    ]),
  );
  if (backends.length === columns.length) return everything;
  const compared = rows.filter(({ ms }) => ms.torch !== undefined);
  const sizes = [...new Set(compared.map(size))].sort((a, b) => a - b);
  const summary = markdownTable(
    ['elements', 'losses', ...backends.map((name) => `${name} ×`)],
    sizes.map((elements) => {
      const those = compared.filter((row) => size(row) === elements);
      return [
        String(elements),
        String(those.length),
        ...backends.map((name) => shown(median(those.filter(({ ms }) => name in ms).map((row) => ratio(row, name))))),
      ];
    }),
  );
  return `${summary}\n\n${everything}`;
}

const size = ({ shape }: Row): number => shape.reduce((product, length) => product * length, 1);

const ratio = ({ ms }: Row, name: string): number => (ms[name] ?? NaN) / (ms.torch ?? NaN);

function shown(x = NaN): string {
  if (Number.isNaN(x)) return '–';
  return x < 1000 ? x.toPrecision(3) : x.toFixed(0);
}
