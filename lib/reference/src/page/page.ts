import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../docstring/entries';
import { readEntries } from '../docstring/entries';
import { losses } from '../parity/fixtures';
import { readParity } from '../parity/parity';
import { draw } from '../plots/draw';
import { families } from './families';
import { formatted } from './formatted';
import { backendsTable, parityTable } from './parityTables';
import { section } from './section';

const root = join(__dirname, '../../../..');

/** All files of the page, by their paths in `docs/`; plots are computed on the current backend. */
export async function makePage(): Promise<Map<string, string>> {
  const entries = readEntries(join(root, 'lib/losses/src'));
  const parity = readParity();
  const introduction = readFileSync(join(root, 'lib/reference/src/page/introduction.md'), 'utf8');
  const files = new Map<string, string>();
  const sections = families.flatMap(({ folder, title, text }) => [
    `## ${title}`,
    text,
    ...entries
      .filter(({ family }) => family === folder)
      .map((entry) => {
        const drawing = draw(entry.name);
        if (!drawing && losses.includes(entry.name))
          throw new Error(`${entry.name} has no plot: lib/reference/src/plots`);
        if (drawing) files.set(`losses/${entry.name}.svg`, drawing.svg);
        return section(entry, drawing, parityTable(entry.name, parity));
      }),
  ]);
  const page = [introduction, backendsTable(parity), '## All', contents(entries), ...sections, metrics(entries)];
  return files.set('losses.md', await formatted(page.join('\n\n'), 'losses.md'));
}

function contents(entries: readonly Entry[]): string {
  const links = (folder: string) =>
    entries.filter(({ family }) => family === folder).map(({ name }) => `[\`${name}\`](#${name.toLowerCase()})`);
  return families.map(({ folder, title }) => `- ${title}: ${links(folder).join(', ')}`).join('\n');
}

function metrics(entries: readonly Entry[]): string {
  const list = entries
    .filter(({ family }) => family === 'metrics')
    .map(({ name, file, docstring }) => `- [\`${name}\`](../lib/losses/src/${file}): ${docstring.summary}`);
  return [
    '## Metrics',
    'Plain numbers about a model, without gradients; each docstring has the formula.',
    list.join('\n'),
  ].join('\n\n');
}
