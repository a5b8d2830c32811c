import { proseCells, tokens } from './markdown';
import { notebookRule, type Finding } from './rule';

interface Heading {
  readonly cell: string;
  readonly depth: number;
  readonly text: string;
}

/** One first-level heading, at the start; no level skipped on the way down; no second-level heading twice; none empty. */
export const headings = notebookRule('headings', ({ notebook }) => {
  const all = proseCells(notebook).flatMap(({ id, source }): Heading[] =>
    tokens(source).flatMap((token) =>
      token.type === 'heading' ? [{ cell: id, depth: Number(token.depth), text: String(token.text).trim() }] : [],
    ),
  );
  return [...titles(all), ...all.flatMap((heading, index) => problems(heading, all.slice(0, index)))];
});

function titles(all: readonly Heading[]): Finding[] {
  const count = all.filter(({ depth }) => depth === 1).length;
  return count === 1 ? [] : [{ message: `a notebook has one # heading, this one ${count}` }];
}

function problems({ cell, depth, text }: Heading, earlier: readonly Heading[]): Finding[] {
  const before = earlier.at(-1)?.depth ?? 0;
  return [
    ...(text === '' ? [{ cell, message: 'a heading is empty' }] : []),
    ...(depth > before + 1 ? [{ cell, message: `"${text}" jumps from level ${before} to ${depth}` }] : []),
    ...(depth === 2 && earlier.some((other) => other.depth === 2 && other.text === text)
      ? [{ cell, message: `the heading "${text}" is there twice` }]
      : []),
  ];
}
