import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '..', 'datasets');

/**
 * The lines of `datasets/<set>/<set>.csv`, without their ends.
 *
 * @throws Error when the file is missing
 */
export function datasetLines(set: string): string[] {
  return read(join(folder, set, `${set}.csv`))
    .trimEnd()
    .split(/\r?\n/);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(
      `${file} não está aqui: baixe o curso de novo. / ${file} no está aquí: descarga el curso de nuevo.`,
      { cause },
    );
  }
}
