import { join } from 'node:path';
import * as prettier from 'prettier';

const config = join(__dirname, '../../../../.prettierrc.json');

/** A file's text as `npm run format` would have it. */
export async function formatted(text: string, file: string): Promise<string> {
  return prettier.format(text, { ...(await prettier.resolveConfig(config)), filepath: file });
}
