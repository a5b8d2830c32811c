import { BrokenNotebook, readNotebook } from './notebook';
import type { HandedIn } from './handedIn';

/** The exercise that a notebook's set-up cell names with `exercise('…')`, whatever its file is called. */
export async function exerciseWithin(file: HandedIn): Promise<string | undefined> {
  try {
    const { cells } = readNotebook(await file.read());
    const found = cells.map(({ kind, source }) =>
      kind === 'code' ? /\bexercise\('([^']+)'\)/.exec(source)?.[1] : undefined,
    );
    return found.find((name) => name !== undefined);
  } catch (error) {
    if (error instanceof BrokenNotebook) return undefined;
    throw error;
  }
}
