import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { say, SetupError } from './language.mjs';
import { root } from './paths.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { runStep } from './step.mjs';

const forStudents = [
  join('solutions', 'oracles'),
  ...['losses', 'diagnosis', 'lesson', 'kernel', 'bench', 'course'].map((name) => join('lib', name)),
];
const forInstructors = ['grader', 'reference'].map((name) => join('lib', name));

/** The projects that are compiled into dist/; a student's bundle has no solutions, and of the oracles only their shape. */
const projects = existsSync(join(root, 'solutions', 'pt')) ? [...forStudents, ...forInstructors] : forStudents;

/**
 * Every source file of a project.
 *
 * @param {string} folder
 * @returns {string[]}
 */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(
      (entry) =>
        entry.isFile() && entry.name.endsWith('.ts') && !/[\\/](dist|node_modules)([\\/]|$)/.test(entry.parentPath),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Compiles the libraries when a source has changed since they were last compiled. */
export async function ensureBuild() {
  const folders = projects.map((project) => join(root, project));
  const files = folders.flatMap((folder) => [join(folder, 'tsconfig.json'), ...sources(folder)]);
  const stampFile = join(root, '.cache', 'setup', 'build-stamp');
  const wanted = fingerprint([join(root, 'tsconfig.json'), join(root, 'package-lock.json'), ...files]);
  if (isStamped(stampFile, wanted) && folders.every((folder) => existsSync(join(folder, 'dist')))) return;
  const { ok, output } = await runStep({
    title: say({ pt: 'Compilando as bibliotecas', es: 'Compilando las bibliotecas', en: 'Building the libraries' }),
    log: 'build',
    command: process.execPath,
    args: [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', ...projects],
  });
  if (!ok) {
    throw new SetupError(
      say({ pt: 'A compilação falhou:\n', es: 'La compilación falló:\n', en: 'The build failed:\n' }) + output,
    );
  }
  stamp(stampFile, wanted);
}
