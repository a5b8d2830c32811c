import { datasetLines } from './datasetLines';

/** One bird of the Palmer penguins; null where the source has no value. Lengths in mm, mass in g. */
export interface Penguin {
  /** Its line in the file, whose first line is the header. */
  readonly line: number;
  readonly species: 'Adelie' | 'Chinstrap' | 'Gentoo';
  readonly island: 'Biscoe' | 'Dream' | 'Torgersen';
  readonly billLength: number | null;
  readonly billDepth: number | null;
  readonly flipperLength: number | null;
  readonly bodyMass: number | null;
  readonly sex: 'female' | 'male' | null;
  readonly year: number;
}

const header = 'species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,body_mass_g,sex,year';

/**
 * The 344 Palmer penguins (CC0; see `datasets/penguins/README.md`), in the file's order.
 *
 * @throws Error when the file is missing or its columns are others
 */
export function penguins(): Penguin[] {
  const [columns, ...lines] = datasetLines('penguins');
  if (columns !== header) throw new Error(`penguins.csv: the columns should be ${header}`);
  return lines.map((line, i) => penguin(line.split(','), i + 2));
}

function penguin(fields: readonly string[], line: number): Penguin {
  const [species, island, billLength, billDepth, flipperLength, bodyMass, sex, year] = fields;
  return {
    line,
    species: species as Penguin['species'],
    island: island as Penguin['island'],
    billLength: numberOrNull(billLength),
    billDepth: numberOrNull(billDepth),
    flipperLength: numberOrNull(flipperLength),
    bodyMass: numberOrNull(bodyMass),
    sex: sex === 'NA' ? null : (sex as 'female' | 'male'),
    year: Number(year),
  };
}

function numberOrNull(field: string | undefined): number | null {
  return field === undefined || field === 'NA' ? null : Number(field);
}
