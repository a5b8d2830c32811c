import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '..', '..', '..', 'datasets');

/**
 * The lines of a text file of `datasets/<set>/`, without their ends; by default of `<set>.csv`.
 *
 * @throws Error when the file is missing
 */
export function datasetLines(set: string, file = `${set}.csv`): string[] {
  return datasetBytes(set, file).toString('utf8').trimEnd().split(/\r?\n/);
}

/**
 * A file of `datasets/<set>/`.
 *
 * @throws Error when the file is missing
 */
export function datasetBytes(set: string, name: string): Buffer {
  const file = join(folder, set, name);
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(
      `${file} não está aqui: baixe o curso de novo. / ${file} no está aquí: descarga el curso de nuevo.`,
      { cause },
    );
  }
}
