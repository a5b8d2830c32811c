/** Code that looks for what is not its own: right answers, files, the environment, other processes, the network, the worker itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changed, handedOut, adding, root } from '../support/exercise';
import { grade, removeFolder, resultFor, type Outcome } from '../support/grading';
import { describeCampaign, zeros, type Attack } from './campaign';

/** A file of the machine's that nobody may read, and a port on which it answers. */
const secret = mkdtempSync(join(tmpdir(), 'lossbook-secret-'));
writeFileSync(join(secret, 'answers.json'), '{"answers": []}');
const server = createServer().listen(0);
const { port } = server.address() as AddressInfo;
afterAll(() => {
  server.close();
  rmSync(secret, { recursive: true, force: true });
});

/** What an attempt evaluates: it has come through if it neither throws nor gives undefined, null, false or nothing. */
const attempts: Readonly<Record<string, string>> = {
  'the library with its losses': `require('lossbook').mseLoss(tf.scalar(1), tf.scalar(2))`,
  'the library by its path': `require('${root}/lib/losses/dist/index.js')`,
  'the library from another file': `require('module').createRequire('${root}/package.json')('lossbook')`,
  "the library's source": `require('fs').readFileSync('/grader/runtime/lossbook.js', 'utf8').match(/function mseLoss/)`,
  'the oracles': `require('${root}/solutions/oracles/dist/01-regression.js')`,
  'the oracles beside the worker': `require('fs').readdirSync('/grader/runtime').filter((name: string) => /oracle|regression|solution|check/.test(name))[0]`,
  'the checks': `require('fs').readFileSync('${root}/exercises/checks/01-regression.json')`,
  'the checks beside the notebook': `require('fs').readdirSync('.')[0]`,
  'the grader': `require('lossbook-grader')`,
  'the diagnosis': `require('lossbook-diagnosis')`,
  'the compiler': `require('typescript')`,
  'the losses of tf': `(tf.losses as any).meanSquaredError(tf.scalar(1), tf.scalar(2))`,
  'the losses of tf by require': `require('@tensorflow/tfjs').losses.meanSquaredError(tf.scalar(1), tf.scalar(2))`,
  'the losses of tf by file': `require('@tensorflow/tfjs-core/dist/ops/losses/mean_squared_error')`,
  'the losses of tf by dynamic import': `(await (0, eval)("import('@tensorflow/tfjs-core/dist/ops/losses/mean_squared_error.js')"))`,
  'the losses of tf by the bundle': `require('module').createRequire('/grader/runtime/x.js')('./tfjs.js').losses.meanSquaredError(tf.scalar(1), tf.scalar(2))`,
  'the losses of tf in its text': `require('fs').readFileSync('/grader/runtime/tfjs.js', 'utf8').match(/function meanSquaredError/)`,
  'the metrics of tf': `(tf as any).metrics.meanSquaredError(tf.scalar(1), tf.scalar(2))`,
  'the layers of tf': `(tf as any).layers.dense({ units: 1 })`,
  'the kernel of a fused loss': `tf.getKernelsForBackend('wasm').find(({ kernelName }) => /loss/i.test(kernelName))`,
  'a file of the machine': `require('fs').readFileSync('/etc/passwd')`,
  'a secret file': `require('fs').readFileSync('${secret}/answers.json')`,
  'a secret file by import': `(await (0, eval)("import('file://${secret}/answers.json', { with: { type: 'json' } })"))`,
  'a secret file by a link': `(require('fs').symlinkSync('${secret}', '/tmp/link'), require('fs').readdirSync('/tmp/link'))`,
  'a secret file by a relative path': `require('fs').readFileSync('../../../..${secret}/answers.json')`,
  'a secret file by the parent process': `require('fs').readFileSync('/proc/1/root${secret}/answers.json')`,
  'the submissions': `require('fs').readdirSync('${tmpdir()}').find((name: string) => name.startsWith('lossbook-grader'))`,
  'home folders': `require('fs').readdirSync('/home')[0] ?? require('fs').readdirSync('/root')`,
  'the project': `require('fs').readdirSync('${root}')`,
  'the environment': `Object.keys(process.env).find((name) => !['HOME', 'LOSSBOOK_BACKEND', 'PWD'].includes(name))`,
  'the environment in /proc': `require('fs').readFileSync('/proc/self/environ')`,
  'the command line in /proc': `require('fs').readFileSync('/proc/1/cmdline')`,
  'its own memory': `require('fs').readFileSync('/proc/self/mem')`,
  'its own maps': `require('fs').readFileSync('/proc/self/maps')`,
  'its descriptors': `require('fs').readdirSync('/proc/self/fd')`,
  'a terminal': `require('fs').openSync('/dev/tty', 'r+')`,
  'a disk': `require('fs').readdirSync('/dev').find((name: string) => /^(sd|vd|nvme|mem|kmsg)/.test(name))`,
  'the name of the machine': `require('os').hostname() !== 'grader'`,
  'network interfaces': `Object.keys(require('os').networkInterfaces()).find((name) => name !== 'lo')`,
  'a user with rights': `process.getuid!() !== 65534 || process.getgid!() !== 65534`,
  'rights again': `(process.setuid!(0), true)`,
  'a file in the runtime': `(require('fs').writeFileSync('/grader/runtime/worker.js', ''), true)`,
  'a new file in the runtime': `(require('fs').writeFileSync('/grader/runtime/x', ''), true)`,
  'another node': `(require('fs').copyFileSync('/tmp/x', '/grader/node'), true)`,
  'a file at the root': `(require('fs').writeFileSync('/x', ''), true)`,
  'a file in shared memory': `(require('fs').writeFileSync('/dev/shm/x', ''), true)`,
  'a file in home': `(require('fs').writeFileSync('/home/x', ''), true)`,
  'rights on a file': `(require('fs').chmodSync('/grader/runtime/worker.js', 0o777), true)`,
  'a mount that can be written': `(require('fs').renameSync('/grader/runtime', '/tmp/runtime'), true)`,
  'a process': `require('child_process').spawnSync(process.execPath, ['--version']).pid`,
  'a shell': `require('child_process').execSync('id')`,
  'a forked process': `require('child_process').fork('/tmp/x.js').pid`,
  'a process by its binding': `new ((process as any).binding('process_wrap').Process)()`,
  'another program': `((process as any).execve('/grader/node', ['node', '--version'], {}), true)`,
  'a thread': `new (require('worker_threads').Worker)('1', { eval: true })`,
  'a thread with its own flags': `new (require('worker_threads').Worker)('1', { eval: true, execArgv: [], env: {} })`,
  'a cluster': `require('cluster').fork()`,
  'the inspector': `(() => { const it = new (require('inspector').Session)(); it.connect(); return it; })()`,
  'the inspector by a port': `(require('inspector').open(0), require('inspector').url())`,
  'the inspector by a signal': `(process as any)._debugProcess(process.pid)`,
  'a binding': `(process as any).binding('fs')`,
  'a hidden binding': `(process as any)._linkedBinding('fs')`,
  'an addon': `(require('fs').writeFileSync('/tmp/x.node', 'x'), require('module').createRequire('/tmp/x.js')('/tmp/x.node'))`,
  'a library': `(process as any).dlopen({ exports: {} }, '/lib/x86_64-linux-gnu/libc.so.6') ?? true`,
  WASI: `new (require('wasi').WASI)({ version: 'preview1', preopens: { '/': '/' } }) && require('fs').readdirSync('/').includes('etc')`,
  'the module that started everything': `process.mainModule?.exports && Object.keys(process.mainModule.exports)[0]`,
  'modules that were loaded': `Object.values(require('module')._cache).find((it: any) => Object.keys(it.exports).some((name) => /ledger|token|taken|keepTokens/i.test(name)))`,
  'the ledger by its name': `(globalThis as any).lossbookLedger`,
  'what is in the memory': `require('v8').queryObjects(Uint8Array, { format: 'summary' }).find((text: string) => text.startsWith('Uint8Array(4096)'))`,
  'what is in the memory by import': `(await (0, eval)("import('node:v8')")).queryObjects?.(Function)`,
  'what is in the memory by process': `(process as any).getBuiltinModule('v8').queryObjects(Function)`,
  'a picture of the memory': `require('v8').getHeapSnapshot()`,
  'a picture of the memory in a file': `require('v8').writeHeapSnapshot('/tmp/x')`,
  'other flags of V8': `(require('v8').setFlagsFromString('--allow-natives-syntax'), (0, eval)('%GetOptimizationStatus(function () {})') !== undefined)`,
  'what other code awaits': `await new Promise((found) => { const seen: any[] = []; const hook = require('async_hooks').createHook({ init: (_: any, kind: string, __: any, it: any) => { if (kind === 'PROMISE') seen.push(it); } }).enable(); setTimeout(async () => { hook.disable(); const all = await Promise.all(seen.map((it) => Promise.race([it.promise ?? it, 0]).catch(() => 0))); found(all.find((it) => it?.token ?? it?.expected ?? it?.cases)); }, 50); })`,
  'the caller': `new Function('f', 'return f.caller')(new Function('return 1'))`,
  'the caller in TensorFlow.js': `tf.tidy(new Function('return arguments.callee.caller') as any)`,
  'the stack': `(() => { const old = Error.prepareStackTrace; Error.prepareStackTrace = (_, sites) => sites; const sites = new Error('x').stack as unknown as NodeJS.CallSite[]; Error.prepareStackTrace = old; return sites.find((site) => /worker\\.js$/.test(site.getFileName() ?? '') && (site.getFunction() !== undefined || site.getThis() !== undefined)); })()`,
  'the network': `await new Promise((found) => require('net').connect({ host: '127.0.0.1', port: PORT, timeout: 1000 }).on('connect', () => found(true)).on('error', () => found(false)).on('timeout', () => found(false)))`,
  'a page of the network': `await fetch('http://127.0.0.1:PORT/').then(() => true, () => false)`,
  'a server of its own': `await new Promise((found) => require('net').createServer().on('error', () => found(false)).listen(0, () => found(true)))`,
  'a socket in the file system': `await new Promise((found) => require('net').createServer().on('error', () => found(false)).listen('/tmp/socket', () => found(true)))`,
  'a datagram': `await new Promise((found) => { const it = require('dgram').createSocket('udp4'); it.on('error', () => found(false)); it.bind(0, () => found(true)); })`,
  'a name': `await require('dns').promises.lookup('example.org').then(() => true, () => false)`,
  'another context': `require('vm').runInNewContext('this.constructor.constructor("return process")()').mainModule.exports.x`,
  'a fresh global': `require('vm').runInNewContext('typeof require === "function" || typeof process === "object"')`,
  'more rights by permission': `(process as any).permission.has('child') || (process as any).permission.has('worker')`,
};

/** Makes attempts and prints the names of those that came through. */
function cellOf(names: readonly string[]): string {
  const lines = names.map((name) => {
    const expression = (attempts[name] ?? '').replaceAll('PORT', String(port));
    return `try { if (${expression}) console.log(${JSON.stringify(`REACHED ${name}`)}); } catch {}`;
  });
  return [...lines, "console.log('TRIED ALL');"].join('\n');
}

function reached(run: Outcome, student: string): string[] {
  const { output } = resultFor(run, student);
  expect(output).toContain('TRIED ALL');
  return output.split('\n').flatMap((line) => (line.startsWith('REACHED ') ? [line.slice('REACHED '.length)] : []));
}

/** Leaves a note for others wherever that is possible, and looks for theirs. */
const noteTaker = `const fs = require('fs');
for (const folder of ['/tmp', '/dev/shm', '/home', '/var/tmp', '/run', '/grader', '/grader/runtime']) {
  try { for (const name of fs.readdirSync(folder)) if (name.startsWith('note-')) console.log('REACHED ' + folder + '/' + name); } catch {}
  try { fs.writeFileSync(folder + '/note-' + Math.random(), 'my answers'); } catch {}
}
console.log('TRIED ALL');`;

const attacks: readonly Attack[] = [
  { name: 'looks everywhere', cell: cellOf(Object.keys(attempts)), answers: zeros },
  { name: 'leaves notes', cell: noteTaker },
  { name: 'looks for notes', cell: noteTaker },
];

describeCampaign('intrusion', attacks, (run) => {
  test.each(attacks.map(({ name }) => name))('%s: nothing is found', (name) => {
    expect(reached(run(), name)).toEqual([]);
  });
});

describe('red team: intrusion without a sandbox', () => {
  /** What only looks, and harms nobody. */
  const open = [
    'the checks',
    'the project',
    'a file of the machine',
    'a secret file',
    'a secret file by import',
    'the command line in /proc',
    'its own maps',
    'its descriptors',
    'network interfaces',
    'the name of the machine',
    'the network',
  ];
  /** What Node.js itself forbids, with a sandbox or without. */
  const forbidden = [
    'a process',
    'another program',
    'a thread',
    'a thread with its own flags',
    'the inspector',
    'a binding',
  ];

  test('finds much, so that finding nothing means something', () => {
    const spy = adding('fpp', cellOf([...open, ...forbidden]));
    const run = grade({ spy: changed(handedOut(), spy) }, ['--unsafe-no-sandbox']);
    const found = reached(run, 'spy');
    removeFolder(run.folder);
    expect(found).toEqual(open);
  });
});
