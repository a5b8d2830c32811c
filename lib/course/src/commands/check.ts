import { parseArgs } from 'node:util';
import { folders, lessons } from '../course/lessons';
import { readPair } from '../course/pair';
import { CourseError, printed, type Problem } from '../notebook/problem';
import { releaseOf } from '../release/release';
import { staleFiles } from '../release/stale';
import { allRules } from '../rules/all';
import type { Rule } from '../rules/rule';
import type { Command } from './command';

export const check: Command = {
  name: 'check',
  help: `course check [NAMES…]

Fails if a lesson, a master or an exercise breaks a rule of the course: the two languages out of step, a cell that did not run, an
error, a figure without PNG and alt text, headings out of order, formulas or links that differ, a stale translation, words of
the other language, misspelt words, two words for one thing, code that plain tslab cannot run, type errors, an exercise that is
not what its master makes. Runs nothing.`,

  async run(args, { root, print }) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const all = lessons(root, folders, positionals);
    const rules = await allRules(root);
    const problems = all.flatMap((lesson) => collected(() => rules.flatMap(found(readPair(root, lesson)))));
    for (const { name } of all.filter(({ folder }) => folder === 'solutions')) {
      problems.push(...(await staleRelease(root, name)));
    }
    problems.map(printed).forEach(print);
    print(problems.length === 0 ? `${all.length} pairs of notebooks are right` : `${problems.length} things to mend`);
    return problems.length === 0 ? 0 : 1;
  },
};

function found(pair: Parameters<Rule['find']>[0]): (rule: Rule) => Problem[] {
  return (rule) => rule.find(pair);
}

/** A notebook that cannot be read is a problem like others: the rest is checked all the same. */
function collected(find: () => Problem[]): Problem[] {
  try {
    return find();
  } catch (error) {
    if (error instanceof CourseError) return [...error.problems];
    throw error;
  }
}

async function staleRelease(root: string, name: string): Promise<Problem[]> {
  try {
    return staleFiles(root, await releaseOf(root, name), 'release');
  } catch (error) {
    if (error instanceof CourseError) return [...error.problems];
    throw error;
  }
}
