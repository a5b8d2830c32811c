import { createHash, createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomically } from '../report/writeAtomically';

/** What the secret cases are drawn from. Whoever knows it knows the cases. */
export interface Secret {
  readonly bytes: Buffer;
  /** Names the secret without telling it. */
  readonly id: string;
}

const fileName = 'seed.secret';

/**
 * The secret of an assignment: from the file or the text given, else the one of an earlier run into the same folder, else a
 * new one, which is stored there so that the next run draws the same cases.
 */
export function secretFor(out: string, given: { readonly file?: string; readonly text?: string } = {}): Secret {
  if (given.file !== undefined) return secret(readFileSync(given.file));
  if (given.text !== undefined && given.text !== '') return secret(Buffer.from(given.text));
  const path = join(out, fileName);
  if (!existsSync(path)) writeAtomically(path, `${randomBytes(32).toString('hex')}\n`, 0o600);
  return secret(readFileSync(path));
}

/** Numbers in [0, 1) that are the same in every run with this secret and these names, and tell nothing of others. */
export function randomFor({ bytes }: Secret, ...names: readonly string[]): () => number {
  let block = Buffer.alloc(0);
  let at = 0;
  let count = 0;
  return () => {
    if (at + 6 > block.length) {
      block = createHmac('sha256', bytes)
        .update(JSON.stringify([...names, count++]))
        .digest();
      at = 0;
    }
    at += 6;
    return block.readUIntBE(at - 6, 6) / 2 ** 48;
  };
}

function secret(text: Buffer): Secret {
  const bytes = Buffer.from(text.toString('utf8').trim());
  if (bytes.length === 0) throw new Error('The seed is empty.');
  return { bytes, id: createHash('sha256').update('lossbook seed\0').update(bytes).digest('hex').slice(0, 12) };
}
