import { parseArgs } from 'node:util';
import { lessons, notebookFile } from '../course/lessons';
import { readPair, sides } from '../course/pair';
import { writeIfChanged } from '../course/write';
import { printNotebook } from '../notebook/print';
import { printed, UsageError } from '../notebook/problem';
import { syncPair } from '../sync/sync';
import type { Command } from './command';

export const sync: Command = {
  name: 'sync',
  help: `course sync [NAMES…] [--accept ID,… | --accept-all]

Brings the Portuguese and the Spanish notebook of each lesson and master into step. A code cell that changed in one language
is copied to the other; cells follow the side where they were added, removed or moved. What changed in both is an error. Prose
whose counterpart changed is named.

  --accept ID,…   these prose cells say the same again in both languages
  --accept-all    all prose does`,

  run(args, { root, print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { accept: { type: 'string', multiple: true }, 'accept-all': { type: 'boolean' } },
    });
    const named = new Set((values.accept ?? []).flatMap((list) => list.split(',')));
    const pairs = lessons(root, ['notebooks', 'solutions'], positionals).map((lesson) => readPair(root, lesson));
    const known = new Set(
      pairs.flatMap((pair) => sides(pair).flatMap(({ notebook }) => notebook.cells.map((c) => c.id))),
    );
    const unknown = [...named].filter((id) => !known.has(id));
    if (unknown.length > 0) throw new UsageError(`no cell is called ${unknown.join(', ')}`);

    let wrong = 0;
    for (const pair of pairs) {
      const { done, problems } = syncPair(pair, values['accept-all'] === true ? 'all' : named);
      for (const { language, notebook } of sides(pair)) {
        writeIfChanged(root, notebookFile(pair.lesson, language), printNotebook(notebook));
      }
      done.forEach(print);
      problems.map(printed).forEach(print);
      wrong += problems.length;
    }
    print(wrong === 0 ? `${pairs.length} pairs of notebooks are in step` : `${wrong} things to mend`);
    return wrong === 0 ? 0 : 1;
  },
};
