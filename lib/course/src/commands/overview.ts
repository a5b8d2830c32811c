import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeIfChanged } from '../course/write';
import { printed } from '../notebook/problem';
import { overviewPages } from '../overview/page';
import type { Command } from './command';

export const overview: Command = {
  name: 'overview',
  help: `course overview [--check]

Makes notebooks/{pt,es}/README.md, the index of the lessons, of what each lesson says in its cells title and goals.

  --check   write nothing; fail if a page is not what would be made`,

  run(args, { root, print }) {
    const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean' } } });
    const { pages, problems } = overviewPages(root);
    for (const { file, text } of pages) {
      if (values.check !== true) print(`${writeIfChanged(root, file, text) ? 'written' : 'as before'} ${file}`);
      else if (!existsSync(join(root, file)) || readFileSync(join(root, file), 'utf8') !== text) {
        problems.push({ file, rule: 'overview', message: 'is not what the lessons make: npm run course -- overview' });
      }
    }
    problems.map(printed).forEach(print);
    return problems.length === 0 ? 0 : 1;
  },
};
