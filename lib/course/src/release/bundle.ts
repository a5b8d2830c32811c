import { spawnSync } from 'node:child_process';
import { CourseError } from '../notebook/problem';

export const bundleFile = 'lossbook-students.zip';

/** What a student must not have, and what only its authors need. Of the oracles only their shape goes along, which tools are compiled with. */
const kept = /^solutions\/oracles\/(format\.ts|tsconfig\.json)$/;
const withheld = /^(solutions|test|\.ci)\//;

/**
 * Packs the course for students: the last commit without solutions, oracles and tests.
 *
 * @returns how many files are in it, and of which commit
 * @throws CourseError where this is no git repository
 */
export function packBundle(root: string): { files: number; commit: string } {
  const files = git(root, 'ls-tree', '-r', '-z', '--name-only', 'HEAD')
    .split('\0')
    .filter((file) => file !== '' && (kept.test(file) || !withheld.test(file)));
  git(
    root,
    'archive',
    '--format=zip',
    '--prefix=lossbook/',
    `--output=${bundleFile}`,
    'HEAD',
    '--',
    ...files.map(literally),
  );
  return { files: files.length, commit: git(root, 'rev-parse', '--short', 'HEAD').trim() };
}

/** A file's name as git's pathspec, in which `*` and `[` mean more. */
const literally = (file: string): string => `:(literal)${file}`;

function git(root: string, ...args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (status === 0) return stdout;
  const message = error?.message ?? stderr.trim();
  throw new CourseError([{ file: bundleFile, rule: 'release', message: `git ${args[0] ?? ''} failed: ${message}` }]);
}
