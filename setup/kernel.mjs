// npm run kernel -- install|uninstall: the kernel in the reader's own Jupyter, beside the one that npm start sets up in .venv.
import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { ensureBuild } from './build.mjs';
import { kernelFolder, owner, removeKernelspec } from './kernel-place.mjs';
import { writeKernelspec } from './kernelspec.mjs';
import { runMain, say, SetupError } from './language.mjs';
import { ensureNodeModules } from './node-modules.mjs';

const usage = () =>
  say({
    pt: `npm run kernel -- install|uninstall --user | --sys-prefix | --prefix PASTA

Põe o kernel de TypeScript no seu próprio Jupyter, ou o tira de lá.

  --user          para você, em qualquer ambiente
  --sys-prefix    no ambiente de Python que está ativo
  --prefix PASTA  no ambiente desta pasta
  --name NOME     o nome do kernelspec (tslab, que os cadernos do curso pedem)
  --replace       substitui um kernelspec que não é nosso`,
    es: `npm run kernel -- install|uninstall --user | --sys-prefix | --prefix CARPETA

Pone el kernel de TypeScript en tu propio Jupyter, o lo quita de allí.

  --user            para ti, en cualquier entorno
  --sys-prefix      en el entorno de Python que está activo
  --prefix CARPETA  en el entorno de esta carpeta
  --name NOMBRE     el nombre del kernelspec (tslab, que piden los cuadernos del curso)
  --replace         reemplaza un kernelspec que no es nuestro`,
    en: `npm run kernel -- install|uninstall --user | --sys-prefix | --prefix DIR

Puts the TypeScript kernel into your own Jupyter, or takes it out.

  --user        for you, in any environment
  --sys-prefix  in the Python environment that is active
  --prefix DIR  in the environment of this folder
  --name NAME   the kernelspec's name (tslab, which the course's notebooks ask for)
  --replace     replaces a kernelspec that is not ours`,
  });

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        user: { type: 'boolean', default: false },
        'sys-prefix': { type: 'boolean', default: false },
        prefix: { type: 'string' },
        name: { type: 'string', default: 'tslab' },
        replace: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new SetupError(`${error instanceof Error ? error.message : String(error)}\n\n${usage()}`);
  }
}

/** @param {string} folder @param {boolean} replace */
function requireOurs(folder, replace) {
  if (replace || owner(folder) !== 'another') return;
  throw new SetupError(
    say({
      pt: `${folder} já tem um kernel que não é deste curso. Escolha outro nome com --name, ou substitua-o com --replace.`,
      es: `${folder} ya tiene un kernel que no es de este curso. Elige otro nombre con --name, o reemplázalo con --replace.`,
      en: `${folder} already has a kernel that is not this course's. Choose another name with --name, or replace it with --replace.`,
    }),
  );
}

await runMain(async () => {
  const { values, positionals } = readArguments();
  const [command, ...more] = positionals;
  const places = [values.user, values['sys-prefix'], values.prefix !== undefined].filter(Boolean).length;
  if (values.help) {
    console.log(usage());
    return 0;
  }
  if (!['install', 'uninstall'].includes(command ?? '') || more.length > 0 || places !== 1)
    throw new SetupError(usage());
  if (!/^[a-zA-Z0-9._-]+$/.test(values.name)) {
    throw new SetupError(
      say({
        pt: `O nome ${JSON.stringify(values.name)} não serve: use letras, números, ponto, hífen e sublinhado.`,
        es: `El nombre ${JSON.stringify(values.name)} no sirve: usa letras, números, punto, guion y guion bajo.`,
        en: `The name ${JSON.stringify(values.name)} will not do: use letters, digits, dot, hyphen and underscore.`,
      }),
    );
  }
  const prefix =
    values.prefix === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), values.prefix);
  const folder = kernelFolder({ prefix, user: values.user }, values.name);
  requireOurs(folder, values.replace);
  if (command === 'uninstall') {
    const gone = removeKernelspec(folder);
    console.log(
      gone
        ? say({ pt: `Retirado: ${folder}`, es: `Retirado: ${folder}`, en: `Removed: ${folder}` })
        : say({
            pt: `Não havia kernel em ${folder}.`,
            es: `No había ningún kernel en ${folder}.`,
            en: `There was no kernel in ${folder}.`,
          }),
    );
    return 0;
  }
  await ensureNodeModules();
  await ensureBuild();
  removeKernelspec(folder);
  writeKernelspec(folder);
  console.log(say({ pt: `Instalado: ${folder}`, es: `Instalado: ${folder}`, en: `Installed: ${folder}` }));
  return 0;
});
