import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backends, ready } from 'lossbook';
import { formatted, makePage } from './page/page';
import { measure } from './parity/measure';
import type { Parity } from './parity/parity';
import { parityFile, readParity } from './parity/parity';

const help = `npm run docs -- [--check | --measure [BACKENDS…]]

Makes docs/losses.md and its plots from the losses' docstrings and docs/parity.json.

  --check     changes nothing; fails when the page is not what would be made
  --measure   first compares every loss with PyTorch on each backend of this machine, or on these, for docs/parity.json (minutes)`;

const docs = dirname(parityFile);

/** @returns 0, 1 when the page is out of date, 2 when called wrongly. */
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
  if (word === '--measure') await measureAll(names);
  await ready('cpu');
  const files = await makePage();
  const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name);
  const orphans = plotFiles().filter((name) => !files.has(name));
  if (word === '--check') {
    for (const name of [...stale, ...orphans]) console.error(`docs/${name} is out of date: npm run docs`);
    return stale.length + orphans.length === 0 ? 0 : 1;
  }
  mkdirSync(join(docs, 'losses'), { recursive: true });
  for (const name of stale) writeFileSync(join(docs, name), files.get(name) ?? '');
  for (const name of orphans) rmSync(join(docs, name));
  console.log(`docs/losses.md and ${files.size - 1} plots: ${stale.length} written, ${orphans.length} removed`);
  return 0;
}

/** Measures the backends that this machine has, or these of them; the figures of the others stay. */
async function measureAll(names: readonly string[]): Promise<void> {
  const parity: Parity = existsSync(parityFile) ? readParity() : {};
  for (const { name, available, detail } of (await backends()).reverse()) {
    if (names.length > 0 && !names.includes(name)) continue;
    if (!available) {
      console.log(`${name} is not measured: ${detail}`);
      continue;
    }
    parity[name] = await measure(name, (loss) => {
      if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${name}: ${loss}`);
    });
    if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
    console.log(`${name} is measured`);
    writeFileSync(parityFile, await formatted(JSON.stringify(parity), parityFile));
  }
}

function read(name: string): string | undefined {
  const path = join(docs, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function plotFiles(): string[] {
  const folder = join(docs, 'losses');
  return existsSync(folder) ? readdirSync(folder).map((name) => `losses/${name}`) : [];
}
