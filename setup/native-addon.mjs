import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { say, SetupError } from './language.mjs';
import { root } from './paths.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { runStep } from './step.mjs';

const require = createRequire(import.meta.url);
const compiler = process.env.CXX || 'g++';

export function requireCompiler() {
  if (spawnSync(compiler, ['--version']).status === 0) return;
  throw new SetupError(
    say({
      pt: 'Falta o compilador de C++: instale o g++ (no Debian ou Ubuntu: sudo apt install g++) e repita.',
      es: 'Falta el compilador de C++: instala g++ (en Debian o Ubuntu: sudo apt install g++) y repite.',
      en: 'The C++ compiler is missing: install g++ (on Debian or Ubuntu: sudo apt install g++) and try again.',
    }),
  );
}

/**
 * Compiles the addon of tfjs-node-gpu, whose source is tfjs-node's too: with the library of either kind it is the same.
 *
 * @param {string} library the folder of TensorFlow's library and headers
 */
export async function ensureAddon(library) {
  const source = dirname(require.resolve('@tensorflow/tfjs-node-gpu/package.json'));
  const addon = join(source, 'lib', 'napi-v8', 'tfjs_binding.node');
  const stampFile = join(dirname(addon), '.lossbook-stamp');
  const files = ['tfjs_backend.cc', 'tfjs_binding.cc'].map((name) => join(source, 'binding', name));
  const wanted = fingerprint(files, [library]);
  if (existsSync(addon) && isStamped(stampFile, wanted)) return;
  mkdirSync(dirname(addon), { recursive: true });
  const { ok, logFile } = await runStep({
    title: say({
      pt: 'Compilando o addon do TensorFlow',
      es: 'Compilando el addon de TensorFlow',
      en: "Compiling TensorFlow's addon",
    }),
    log: 'native-build',
    command: compiler,
    args: [
      ...['-std=c++17', '-O2', '-fPIC', '-shared', '-DNAPI_VERSION=8', '-DBUILDING_NODE_EXTENSION'],
      ...[`-I${require('node-api-headers').include_dir}`, `-I${source}`, `-I${join(library, 'include')}`],
      ...[...files, '-o', addon],
      ...[`-L${library}`, '-l:libtensorflow_cc.so.2', '-l:libtensorflow_framework.so.2', `-Wl,-rpath,${library}`],
    ],
  });
  if (!ok) {
    throw new SetupError(
      say({
        pt: `A compilação do addon falhou; o motivo está em ${logFile}.`,
        es: `La compilación del addon falló; el motivo está en ${logFile}.`,
        en: `Compiling the addon failed; ${logFile} says why.`,
      }),
    );
  }
  stamp(stampFile, wanted);
}
