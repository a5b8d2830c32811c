import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { kernelSpec } from '../../lib/kernel/src/kernel-spec';
import { KernelClient, ROOT } from './client';
import { contents } from './outputs';

let prefix: string;
beforeEach(() => {
  prefix = mkdtempSync(join(tmpdir(), 'prefixo com espaço e ação '));
});
afterEach(() => {
  rmSync(prefix, { recursive: true });
});

const folder = (name = 'tslab'): string => join(prefix, 'share/jupyter/kernels', name);
const kernelJson = (name?: string): { argv: string[] } =>
  JSON.parse(readFileSync(join(folder(name), 'kernel.json'), 'utf8')) as { argv: string[] };

/** `npm run kernel -- …` in Spanish. */
function kernel(words: readonly string[], env: NodeJS.ProcessEnv = {}): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'setup/kernel.mjs'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, LOSSBOOK_LANG: 'es', ...env },
  });
  return { status, text: stdout + stderr };
}

/** A kernelspec of somebody else's. */
function writeForeign(): void {
  mkdirSync(folder(), { recursive: true });
  writeFileSync(join(folder(), 'kernel.json'), JSON.stringify({ argv: ['tslab', 'kernel'], language: 'typescript' }));
}

describe('npm run kernel -- install', () => {
  test('--prefix writes kernel.json with absolute paths, and the logo', () => {
    const { status, text } = kernel(['install', '--prefix', prefix]);
    expect(status).toBe(0);
    expect(text).toContain(`Instalado: ${folder()}\n`);
    const { argv } = kernelJson();
    expect(argv.filter((word) => /node|main\.js/.test(word) && !word.startsWith('-')).every(isAbsolute)).toBe(true);
    expect(argv).toContain('{connection_file}');
    for (const logo of ['logo-32x32.png', 'logo-64x64.png', 'logo-svg.svg'])
      expect(existsSync(join(folder(), logo))).toBe(true);
  });

  test('--user writes where Jupyter looks for the user, --sys-prefix into the active Python', () => {
    const data = join(prefix, 'datos del usuario');
    expect(kernel(['install', '--user'], { JUPYTER_DATA_DIR: data }).status).toBe(0);
    expect(existsSync(join(data, 'kernels/tslab/kernel.json'))).toBe(true);
    const python = join(prefix, 'python3');
    writeFileSync(
      python,
      `#!/bin/sh\ncase "$2" in *version_info*) echo 3.12.1;; *sys.prefix*) echo '${prefix}/entorno';; esac\n`,
      { mode: 0o755 },
    );
    expect(kernel(['install', '--sys-prefix'], { PYTHON: python }).status).toBe(0);
    expect(existsSync(join(prefix, 'entorno/share/jupyter/kernels/tslab/kernel.json'))).toBe(true);
  });

  test('leaves a kernelspec that is not ours alone, unless told to replace it', () => {
    writeForeign();
    const { status, text } = kernel(['install', '--prefix', prefix]);
    expect(status).toBe(1);
    expect(text).toMatch(/ya tiene un kernel que no es de este curso.*--name.*--replace/);
    expect(kernelJson().argv).toEqual(['tslab', 'kernel']);
    expect(kernel(['install', '--prefix', prefix, '--replace']).status).toBe(0);
    expect(kernelJson().argv).toContain('{connection_file}');
  });

  test('takes another name, and writes its own anew', () => {
    writeForeign();
    for (let i = 0; i < 2; i++) expect(kernel(['install', '--prefix', prefix, '--name', 'lossbook']).status).toBe(0);
    expect(existsSync(join(folder('lossbook'), 'kernel.json'))).toBe(true);
    expect(kernelJson().argv).toEqual(['tslab', 'kernel']);
  });

  test('uninstall takes ours out, and not what is not ours', () => {
    kernel(['install', '--prefix', prefix]);
    expect(kernel(['uninstall', '--prefix', prefix])).toEqual({ status: 0, text: `Retirado: ${folder()}\n` });
    expect(existsSync(folder())).toBe(false);
    expect(kernel(['uninstall', '--prefix', prefix]).text).toMatch(/No había ningún kernel/);
    writeForeign();
    expect(kernel(['uninstall', '--prefix', prefix]).status).toBe(1);
    expect(existsSync(folder())).toBe(true);
  });

  test.each([
    [[]],
    [['install']],
    [['install', '--user', '--sys-prefix']],
    [['install', '--what']],
    [['remove', '--user']],
    [['install', '--user', '--name', '../x']],
  ])('%p is refused with the usage or a reason', (words) => {
    const { status, text } = kernel(words);
    expect(status).toBe(1);
    expect(text).toMatch(/npm run kernel -- install\|uninstall|no sirve/);
    expect(text).not.toMatch(/at .*\.mjs/);
  });

  test.each([
    ['linux', { XDG_DATA_HOME: '/x/y' }, '/x/y/jupyter'],
    ['linux', {}, '/home/ana/.local/share/jupyter'],
    ['darwin', {}, '/home/ana/Library/Jupyter'],
    ['win32', { APPDATA: 'C:\\Users\\Ana Sá\\AppData\\Roaming' }, 'C:\\Users\\Ana Sá\\AppData\\Roaming\\jupyter'],
    ['win32', { JUPYTER_DATA_DIR: 'D:\\j' }, 'D:\\j'],
  ])('--user on %s with %p is %s', (platform, env, where) => {
    const code = `import { userDataFolder } from './setup/kernel-place.mjs'; console.log(userDataFolder(${JSON.stringify(env)}, '${platform}', '/home/ana'));`;
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(stdout.trim()).toBe(where);
  });
});

test('the kernel starts where the paths of Node, of itself and of the notebook have spaces and accents', async () => {
  symlinkSync(ROOT, join(prefix, 'curso de ação'));
  symlinkSync(process.execPath, join(prefix, 'nó'));
  const main = join(prefix, 'curso de ação', 'lib/kernel/dist/main.js');
  const { argv, interrupt_mode } = kernelSpec({ node: join(prefix, 'nó'), main });
  const launch = { name: 'lossbook', language: 'typescript', argv, interruptMode: interrupt_mode } as const;
  const within = join(ROOT, 'test/kernel/.notebook-é pasta');
  const kernel = await KernelClient.start({ launch, within });
  const { outputs } = await kernel.execute('const x: number = 6; x * 7');
  expect(contents(outputs, 'execute_result')).toMatchObject([{ data: { 'text/plain': '42' } }]);
  await kernel.shutdown();
  rmSync(within, { recursive: true });
}, 60_000);
