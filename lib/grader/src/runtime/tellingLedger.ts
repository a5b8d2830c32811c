import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import { ledgerName } from './ledgerName';

/** What is written into a file of TensorFlow.js, after which text. */
interface Addition {
  readonly file: RegExp;
  readonly after: string;
  readonly text: string;
}

const additions: readonly Addition[] = [
  { file: /tensor\.js$/, after: 'constructor(shape, dtype, dataId, id) {', text: 'ledger.made(this);' },
  { file: /engine\.js$/, after: 'this.state.numTensors--;', text: 'ledger.freed(a);' },
  { file: /backends[\\/]backend\.js$/, after: 'this.dataIdsCount++;', text: 'ledger.made(dataId);' },
  { file: /backends[\\/]backend\.js$/, after: 'this.dataIdsCount--;', text: 'ledger.freed(dataId);' },
];

/**
 * Makes TensorFlow.js tell `worker/ledger.ts` of each tensor and each piece of data, when it is made and when it is freed, from
 * inside its own functions, where student code does not reach.
 */
export const tellingLedger: Plugin = {
  name: 'telling ledger',
  setup(builder) {
    builder.onLoad({ filter: /tfjs-core[\\/]dist[\\/](tensor|engine|backends[\\/]backend)\.js$/ }, ({ path }) => {
      let contents = readFileSync(path, 'utf8');
      for (const { file, after, text } of additions.filter(({ file }) => file.test(path))) {
        const parts = contents.split(after);
        if (parts.length !== 2) throw new Error(`${path} has ${parts.length - 1} times ${after}, for ${String(file)}`);
        contents = parts.join(`${after} ${text}`);
      }
      return { contents: `import { ledger } from 'lossbook-ledger';\n${contents}`, loader: 'js' };
    });
    builder.onResolve({ filter: /^lossbook-ledger$/ }, () => ({ path: 'ledger', namespace: 'lossbook' }));
    builder.onLoad({ filter: /^ledger$/, namespace: 'lossbook' }, () => ({
      contents: `export const ledger = globalThis.${ledgerName} ?? { made() {}, freed() {} };`,
      loader: 'js',
    }));
  },
};
