import { datasetBytes, datasetLines } from './datasetLines';

const set = 'av1-partition';
const header = 'picture,row,column,qindex,partition';
const picturesHeader = 'picture,fold,author,licence,file,sha256_luma';
const size = 256;

/** A block of 16 by 16 pixels of a photograph, and how an AV1 encoder divided it. */
export interface PartitionBlock {
  readonly picture: string;
  /** 0 to 6: the group of two pictures that this one belongs to; all blocks of a picture are in one fold. */
  readonly fold: number;
  /** In units of 16 pixels from the top. */
  readonly row: number;
  /** In units of 16 pixels from the left. */
  readonly column: number;
  /** The quantizer: 96, 144 or 192; the higher, the coarser. */
  readonly qindex: number;
  readonly partition:
    'NONE' | 'HORZ' | 'VERT' | 'SPLIT' | 'HORZ_A' | 'HORZ_B' | 'VERT_A' | 'VERT_B' | 'HORZ_4' | 'VERT_4';
  /** 16 rows of 16, from the top left: how light, from 0 to 255. */
  readonly pixels: Uint8Array;
}

/**
 * The 11,896 blocks of 14 pictures and the partition that the AV1 encoder libaom chose for each (CC BY 4.0 and CC0; see
 * `datasets/av1-partition/README.md`), in the file's order.
 *
 * @throws Error when a file is missing or its columns are others
 */
export function av1Partition(): PartitionBlock[] {
  const folds = new Map(
    table('pictures.csv', picturesHeader).map((line) => line.split(',', 2) as [picture: string, fold: string]),
  );
  const lines = table(`${set}.csv`, header);
  const pixels = datasetBytes(set, `${set}.bin`);
  if (pixels.length !== size * lines.length) {
    throw new Error(`${set}.bin: ${pixels.length} bytes for ${lines.length} blocks; there should be ${size} for each`);
  }
  return lines.map((line, i) => {
    const [picture = '', row, column, qindex, partition] = line.split(',');
    return {
      picture,
      fold: Number(folds.get(picture)),
      row: Number(row),
      column: Number(column),
      qindex: Number(qindex),
      partition: partition as PartitionBlock['partition'],
      pixels: Uint8Array.from(pixels.subarray(i * size, (i + 1) * size)),
    };
  });
}

function table(file: string, columns: string): string[] {
  const [first, ...lines] = datasetLines(set, file);
  if (first !== columns) throw new Error(`${file}: the columns should be ${columns}`);
  return lines;
}
