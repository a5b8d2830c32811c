import { parseArgs } from 'node:util';
import { lessons } from '../course/lessons';
import { writeIfChanged } from '../course/write';
import { printed } from '../notebook/problem';
import { bundleFile, packBundle } from '../release/bundle';
import { releaseOf } from '../release/release';
import { staleFiles } from '../release/stale';
import type { Command } from './command';

export const release: Command = {
  name: 'release',
  help: `course release [NAMES…] [--check | --zip]

Makes each exercise from its master in solutions/ and its oracle: exercises/{pt,es}/NAME.ipynb without solutions and outputs, and
exercises/checks/NAME.json with the numbers that check() reads.

  --check   write nothing; fail if a committed file is not what would be made
  --zip     pack the last commit for students, without solutions, oracles and tests: lossbook-students.zip`,

  async run(args, { root, print }) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, zip: { type: 'boolean' } },
    });
    if (values.zip === true) {
      const { files, commit } = packBundle(root);
      print(`${bundleFile}: ${files} files of commit ${commit}`);
      return 0;
    }
    let stale = 0;
    for (const { name } of lessons(root, ['solutions'], positionals)) {
      const made = await releaseOf(root, name);
      if (values.check === true) {
        const problems = staleFiles(root, made, 'release');
        problems.map(printed).forEach(print);
        stale += problems.length;
      } else {
        for (const { file, text } of made)
          print(`${writeIfChanged(root, file, text) ? 'written' : 'as before'} ${file}`);
      }
    }
    return stale === 0 ? 0 : 1;
  },
};
