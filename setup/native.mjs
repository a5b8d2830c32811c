// npm run native: builds TensorFlow's addon for Node against the library of TensorFlow's Python package. --gpu: with CUDA.
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuild } from './build.mjs';
import { runMain, say, SetupError } from './language.mjs';
import { ensureAddon, requireCompiler } from './native-addon.mjs';
import { ensureNodeModules } from './node-modules.mjs';
import { root, venv, venvPython } from './paths.mjs';
import { fingerprint, isStamped, stamp } from './stamp.mjs';
import { isOffline, runStep } from './step.mjs';
import { ensureVenv } from './venv.mjs';

/** The two kinds of library: how they are pinned, and how many MB come over the network. */
const kinds = {
  cpu: { lock: join(root, 'setup', 'native-requirements.lock'), megabytes: 259 },
  gpu: { lock: join(root, 'setup', 'native-gpu-requirements.lock'), megabytes: 2500 },
};

/** The library's files need no Python of their own version, so that one pinned build serves every Python of .venv. */
const build = ['--python-version', '3.13', '--implementation', 'cp', '--only-binary=:all:'];
const platforms = ['manylinux2014', 'manylinux_2_17', 'manylinux_2_24', 'manylinux_2_27', 'manylinux_2_28'];

await runMain(async () => {
  const words = process.argv.slice(2);
  const unknown = words.find((word) => !['--gpu', '--cpu', '--yes'].includes(word));
  if (unknown) throw new SetupError(`npm run native -- [--gpu] [--yes]: ${unknown}?`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetupError(
      say({
        pt: 'npm run native funciona apenas no Linux de 64 bits (x86-64); os outros sistemas ficam com WebGPU e WASM.',
        es: 'npm run native funciona solo en Linux de 64 bits (x86-64); los demás sistemas se quedan con WebGPU y WASM.',
        en: 'npm run native works on 64-bit Linux (x86-64) only; other systems have WebGPU and WASM.',
      }),
    );
  }
  requireCompiler();
  const kind = words.includes('--gpu') ? 'gpu' : 'cpu';
  await ensureNodeModules();
  await ensureVenv();
  await ensureBuild();
  const library = await ensureLibrary(kind, words.includes('--yes'));
  if (!library) return 1;
  await ensureAddon(library);
  return tryAddon();
});

/** Starts the backend in a process of its own, which prints it, and why when it does not start. */
function tryAddon() {
  const code = `require(process.argv[1]).ready('tensorflow').then((backend) => console.log(String(backend)));`;
  const env = { ...process.env, LOSSBOOK_BACKEND: 'tensorflow' };
  const { status } = spawnSync(process.execPath, ['-e', code, join(root, 'lib', 'losses')], { env, stdio: 'inherit' });
  return status ?? 1;
}

/**
 * Puts TensorFlow's library under .venv, unless it is there. What was downloaded before an interruption is not
 * downloaded again: pip keeps it.
 *
 * @param {'cpu' | 'gpu'} kind
 * @param {boolean} agreed
 * @returns {Promise<string | undefined>} its folder; undefined when the person does not want it
 */
async function ensureLibrary(kind, agreed) {
  const { lock, megabytes } = kinds[kind];
  const target = join(venv, 'native', kind);
  const stampFile = join(target, '.lossbook-stamp');
  const wanted = fingerprint([lock], [target]);
  const library = join(target, 'tensorflow');
  if (isStamped(stampFile, wanted)) return library;
  if (kind === 'gpu' && !agreed && !(await agrees(megabytes))) return undefined;

  const temporary = join(root, '.cache', 'native');
  for (const folder of [target, temporary]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }
  const { ok, output, logFile } = await runStep({
    title: say({
      pt: 'Baixando e instalando o TensorFlow',
      es: 'Descargando e instalando TensorFlow',
      en: 'Downloading and installing TensorFlow',
    }),
    log: 'native-pip',
    command: venvPython,
    args: [
      ...['-m', 'pip', 'install', '--no-deps', '--require-hashes', '--disable-pip-version-check', '--no-input'],
      ...['--retries', '10', '--progress-bar', 'off', '--target', target, ...build],
      ...platforms.flatMap((name) => ['--platform', `${name}_x86_64`]),
      ...['-r', lock],
    ],
    state: (text) => {
      const done = text.includes('Installing collected packages');
      return `${done ? megabytes : Math.min(downloaded(temporary), megabytes)}/${megabytes} MB`;
    },
    env: { ...process.env, TMPDIR: temporary },
  });
  rmSync(temporary, { recursive: true, force: true });
  if (ok) {
    stamp(stampFile, wanted);
    return library;
  }
  throw new SetupError(
    isOffline(output)
      ? say({
          pt: 'Sem acesso à rede: não foi possível baixar o TensorFlow. Verifique a conexão e repita; o que já chegou fica guardado.',
          es: 'Sin acceso a la red: no se pudo descargar TensorFlow. Revisa la conexión y repite; lo que ya llegó queda guardado.',
          en: 'No network: TensorFlow could not be downloaded. Check the connection and try again; what has arrived is kept.',
        })
      : say({
          pt: `A instalação do TensorFlow falhou; o motivo está em ${logFile}.`,
          es: `La instalación de TensorFlow falló; el motivo está en ${logFile}.`,
          en: `Installing TensorFlow failed; ${logFile} says why.`,
        }),
  );
}

/**
 * Asks before a large download; where nobody can answer, the option --yes must.
 *
 * @param {number} megabytes
 */
async function agrees(megabytes) {
  const size = (megabytes / 1000).toFixed(1);
  if (!process.stdin.isTTY) {
    throw new SetupError(
      say({
        pt: `O TensorFlow com CUDA baixa ${size} GB: confirme com npm run native -- --gpu --yes.`,
        es: `TensorFlow con CUDA descarga ${size} GB: confírmalo con npm run native -- --gpu --yes.`,
        en: `TensorFlow with CUDA downloads ${size} GB: confirm with npm run native -- --gpu --yes.`,
      }),
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(
    say({
      pt: `O TensorFlow com CUDA baixa ${size} GB e ocupa 5 GB no disco. Continuar? [s/N] `,
      es: `TensorFlow con CUDA descarga ${size} GB y ocupa 5 GB en el disco. ¿Continuar? [s/N] `,
      en: `TensorFlow with CUDA downloads ${size} GB and takes 5 GB of disk. Go on? [y/N] `,
    }),
  );
  terminal.close();
  return /^[sy]/i.test(answer.trim());
}

/**
 * The MB that pip has in its temporary folder by now.
 *
 * @param {string} folder
 */
function downloaded(folder) {
  let bytes = 0;
  try {
    for (const file of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (file.name.endsWith('.whl')) bytes += statSync(join(file.parentPath, file.name)).size;
    }
  } catch {
    // pip removed a file that was being counted
  }
  return Math.round(bytes / 1e6);
}
