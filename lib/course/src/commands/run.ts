import { parseArgs } from 'node:util';
import { lessons, type Folder } from '../course/lessons';
import { readPair, sides, type Side } from '../course/pair';
import { writeIfChanged } from '../course/write';
import { printNotebook } from '../notebook/print';
import { printed, UsageError, type Problem } from '../notebook/problem';
import { openPlotter, type Plotter } from '../run/plotter';
import { differences } from '../run/compare';
import { runNotebook } from '../run/run';
import { addPictures } from '../run/pictures';
import type { Command } from './command';

export const run: Command = {
  name: 'run',
  help: `course run [NAMES…] [--check] [--tslab] [--exercises]

Runs each lesson with the course's kernel on WASM and stores its outputs, with a PNG beside each figure. A figure that is the
same as before keeps its PNG. Needs npm start once, for .venv, and Chromium for new figures.

  --check       write nothing; fail if a cell shows something else than what is committed (cells tagged machine may)
  --tslab       with --check: the Spanish notebooks on plain tslab, the Portuguese ones, whose code is the same, on the course's kernel
  --exercises   run masters and untouched exercises instead, and store nothing: they must run without an error

Chromium is looked for on the PATH; CHROMIUM_PATH names another one, LOSSBOOK_CHROMIUM_ARGS adds arguments to it.`,

  async run(args, { root, print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, tslab: { type: 'boolean' }, exercises: { type: 'boolean' } },
    });
    const exercises = values.exercises === true;
    if (values.tslab === true && values.check !== true) throw new UsageError('--tslab needs --check');
    const folders: Folder[] = exercises ? ['solutions', 'exercises'] : ['notebooks'];
    const all = lessons(root, folders, positionals).flatMap((lesson) => sides(readPair(root, lesson)));
    const plotter = lazyPlotter();
    const problems: Problem[] = [];
    try {
      for (const [index, side] of all.entries()) {
        const started = Date.now();
        const { now, problems: found } = await runNotebook(root, side.file, side.notebook, {
          kernel: values.tslab === true && side.language === 'es' ? 'tslab' : 'lossbook',
        });
        if (found.length === 0 && !exercises) {
          if (values.check === true) found.push(...differences(now, side.notebook, side.file));
          else await store(root, side, now, plotter.open);
        }
        problems.push(...found);
        const seconds = ((Date.now() - started) / 1000).toFixed(1);
        print(`[${index + 1}/${all.length}] ${side.file}: ${found.length === 0 ? 'ok' : 'failed'}, ${seconds} s`);
      }
    } finally {
      await plotter.close();
    }
    problems.map(printed).forEach(print);
    return problems.length === 0 ? 0 : 1;
  },
};

async function store(root: string, { file, notebook }: Side, now: Side['notebook'], plotter: () => Promise<Plotter>) {
  await addPictures(now, notebook, plotter);
  writeIfChanged(root, file, printNotebook(now));
}

/** A browser that starts only when a figure must be drawn. */
function lazyPlotter(): { open: () => Promise<Plotter>; close: () => Promise<void> } {
  let opened: Promise<Plotter> | undefined;
  return {
    open: () => (opened ??= openPlotter()),
    close: async () => {
      if (opened !== undefined) await (await opened).close();
    },
  };
}
