import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ready } from 'lossbook';
import { makePage } from './page/page';
import { measureAll } from './parity/measureAll';
import { parityFile } from './parity/parity';

const help = `npm run docs -- [--check | --measure [BACKENDS… LOSSES…]]

Makes docs/losses.md and its plots from the losses' docstrings and docs/parity.json.

  --check     changes nothing; fails when the page is not what would be made
  --measure   first compares every loss with PyTorch on each backend of this machine, or these, for docs/parity.json (minutes)`;

const docs = dirname(parityFile);

/** @returns 0, 1 when the page is out of date or a loss not equal to PyTorch, 2 when called wrongly. */
export async function main(words: readonly string[]): Promise<number> {
  const [word, ...names] = words;
  if ((word !== '--measure' && names.length > 0) || !['--check', '--measure', '--help', undefined].includes(word)) {
    console.error(help);
    return 2;
  }
  if (word === '--help') {
    console.log(help);
    return 0;
  }
  // It would outdo what is asked of ready() here.
  delete process.env.LOSSBOOK_BACKEND;
  const failed = word === '--measure' ? await measureAll(names) : 0;
  await ready('cpu');
  const files = await makePage();
  const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name);
  const orphans = plotFiles().filter((name) => !files.has(name));
  if (word === '--check') {
    for (const name of [...stale, ...orphans]) console.error(`docs/${name} is out of date: npm run docs`);
    if (stale.length + orphans.length > 0) return 1;
    console.log(`docs/losses.md and ${files.size - 1} plots are as the docstrings and docs/parity.json say`);
    return 0;
  }
  mkdirSync(join(docs, 'losses'), { recursive: true });
  for (const name of stale) writeFileSync(join(docs, name), files.get(name) ?? '');
  for (const name of orphans) rmSync(join(docs, name));
  console.log(`docs/losses.md and ${files.size - 1} plots: ${stale.length} written, ${orphans.length} removed`);
  return failed === 0 ? 0 : 1;
}

function read(name: string): string | undefined {
  const path = join(docs, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function plotFiles(): string[] {
  const folder = join(docs, 'losses');
  return existsSync(folder) ? readdirSync(folder).map((name) => `losses/${name}`) : [];
}
