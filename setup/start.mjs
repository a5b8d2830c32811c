// npm start: sets the course up in this folder and opens JupyterLab on it. Options after -- go to JupyterLab.
import { spawn } from 'node:child_process';
import { ensureEverything } from './everything.mjs';
import { jupyterEnvironment, requireFreePort } from './jupyter.mjs';
import { ensureLabSettings } from './kernelspec.mjs';
import { runMain, say, terminalLanguage } from './language.mjs';
import { root, venvPython } from './paths.mjs';
import { ensureWork } from './work.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  await requireFreePort(args);
  await ensureEverything();
  const language = terminalLanguage() === 'es' ? 'es' : 'pt';
  ensureLabSettings(language);
  ensureWork();
  console.log(
    say({
      pt: 'Abrindo o JupyterLab. As lições estão em notebooks/pt, os seus exercícios em work/pt. Para sair: Ctrl+C duas vezes.',
      es: 'Abriendo JupyterLab. Las lecciones están en notebooks/es, tus ejercicios en work/es. Para salir: Ctrl+C dos veces.',
      en: 'Opening JupyterLab. Lessons are in notebooks/pt and notebooks/es, exercises in work/pt and work/es. Ctrl+C twice stops it.',
    }),
  );
  const lab = spawn(
    venvPython,
    [
      '-m',
      'jupyterlab',
      `--ServerApp.root_dir=${root}`,
      `--LabApp.default_url=/lab/tree/notebooks/${language}/01-regression.ipynb`,
      '--ServerApp.port_retries=0',
      ...args,
    ],
    { cwd: root, env: jupyterEnvironment, stdio: 'inherit' },
  );
  // The terminal sends Ctrl+C to both; JupyterLab asks whether it is meant.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => lab.kill('SIGTERM'));
  return new Promise((resolve) => lab.on('exit', (code) => resolve(code ?? 1)));
});
