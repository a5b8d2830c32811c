import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bundleInto, type Sources } from './bundle';
import { javascriptBelow, locateForbidden } from './forbidden';

/** The folder that a sandbox sees: everything that answers may import, and nothing else. */
export interface Runtime {
  readonly folder: string;
  /** Of all that went into it. */
  readonly hash: string;
}

/** Facts about a processor that is nobody's: Node.js reads them where the sandbox has no /proc. */
const processor = {
  cpuinfo: 'processor\t: 0\nmodel name\t: grader\ncpu MHz\t\t: 1000.000\n',
  stat: 'cpu  0 0 0 0 0 0 0 0 0 0\ncpu0 0 0 0 0 0 0 0 0 0 0\n',
};

/**
 * Builds the runtime folder of an exercise, or finds it built.
 * @param forbidden what the exercise's oracle forbids
 * @param cache where such folders are kept
 */
export async function runtimeFor(root: string, forbidden: readonly string[], cache: string): Promise<Runtime> {
  const sources = sourcesIn(root);
  const hash = hashOf(root, sources, forbidden);
  const folder = join(cache, hash);
  if (!existsSync(folder)) await build(folder, cache, sources, forbidden);
  return { folder, hash };
}

async function build(folder: string, cache: string, sources: Sources, forbidden: readonly string[]): Promise<void> {
  const { root } = sources;
  const building = join(cache, `building-${randomBytes(6).toString('hex')}`);
  mkdirSync(building, { recursive: true });
  try {
    const ops = join(root, 'node_modules/@tensorflow/tfjs-core/dist/ops');
    await bundleInto(building, sources, locateForbidden(forbidden, sources.lossbook, ops));
    for (const name of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
      copyFileSync(join(root, 'node_modules/@tensorflow/tfjs-backend-wasm/dist', name), join(building, name));
    }
    for (const [name, text] of Object.entries(processor)) writeFileSync(join(building, name), text);
    renameSync(building, folder);
  } catch (error) {
    // Another run may have put it there meanwhile, which is as good.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
}

function sourcesIn(root: string): Sources {
  const load = createRequire(join(root, 'package.json'));
  try {
    return { root, lossbook: dirname(load.resolve('lossbook')), worker: join(__dirname, '../worker') };
  } catch {
    throw new Error('lossbook is not built: run npm run build');
  }
}

function hashOf(root: string, { lossbook, worker }: Sources, forbidden: readonly string[]): string {
  const evaluate = createRequire(join(worker, 'main.js')).resolve('lossbook-kernel/dist/cell/evaluate');
  const files = [...javascriptBelow(lossbook), ...javascriptBelow(worker), ...javascriptBelow(__dirname), evaluate];
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file)).update('\0');
  hash.update(readFileSync(join(root, 'package-lock.json')));
  hash.update(JSON.stringify([...forbidden].sort()));
  return hash.digest('hex').slice(0, 24);
}
