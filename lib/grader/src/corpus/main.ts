import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import type { Course } from '../batch/exercises';
import { readCorpora } from './corpus';
import { gradeCorpora, type GradedCorpus } from './gradeCorpora';
import { isDiagnosed, isFull } from './judged';
import { corpusPage, countsOf } from './page';

const help = `npm run grade -- corpus [--check] [EXERCISES…]

Grades the answers of solutions/corpus and makes docs/corpus.md.

  --check     changes nothing; fails when the page is not what would be made
  EXERCISES   grades only these, and shows what is said of each wrong answer; writes nothing`;

/** @returns 0; 1 when too little is right or the page is out of date; 2 when called wrongly. */
export async function corpusMain(words: readonly string[], course: Course): Promise<number> {
  const names = words.filter((word) => !word.startsWith('--'));
  const all = readCorpora(join(course.root, 'solutions/corpus'));
  const corpora = names.length === 0 ? all : all.filter(({ exercise }) => names.includes(exercise));
  if (words.some((word) => word.startsWith('--') && word !== '--check') || corpora.length < names.length) {
    console.error(help);
    return 2;
  }
  const graded = await gradeCorpora(corpora, join(course.root, 'solutions'), course);
  if (names.length > 0) {
    for (const corpus of graded) show(corpus);
    return isEnough(graded) ? 0 : 1;
  }
  const path = join(course.root, 'docs/corpus.md');
  const page = await format(corpusPage(graded), { ...(await resolveConfig(path)), filepath: path });
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === page;
  console.log(JSON.stringify(countsOf(graded)));
  if (!words.includes('--check')) writeFileSync(path, page);
  else if (!isCurrent) console.error('docs/corpus.md is out of date: npm run grade -- corpus');
  return isEnough(graded) && (isCurrent || !words.includes('--check')) ? 0 : 1;
}

/** What the course promises of its grader. */
function isEnough(graded: readonly GradedCorpus[]): boolean {
  const { wrong, caught, diagnosed, right, full } = countsOf(graded);
  return caught >= 0.99 * wrong && diagnosed >= 0.8 * wrong && full >= 0.99 * right;
}

function show({ exercise, wrong, equivalent, right }: GradedCorpus): void {
  console.log(`\n${exercise}`);
  for (const one of wrong) {
    const sign = isFull(one) ? '✗ full marks' : isDiagnosed(one) ? '✓' : '✗';
    const { item, name, is } = one.row;
    console.log(`${sign} ${item}, ${name}: ${is.join(' or ')}; told ${one.told.join(', ')}`);
    for (const message of one.messages) console.log(`    ${message}`);
  }
  for (const one of [...equivalent, ...right]) {
    const { item, name } = one.row;
    console.log(`${isFull(one) ? '✓ full marks' : '✗'} ${item}, ${name}`);
    for (const message of one.messages) console.log(`    ${message}`);
  }
  console.log(JSON.stringify(countsOf([{ exercise, wrong, equivalent, right }])));
}
