// Writes ablation.csv: `node datasets/av1-partition/ablation.mjs [SEEDS]`, after `npm start` or `npm run build`. Ten seeds take a few
// minutes. Data, features, model and losses are the cells of lesson 09 themselves, so that both are one experiment.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const root = new URL('../../', import.meta.url);
const require = createRequire(root);
const ts = require('typescript');
const { expectedCalibrationError, f1, fitTemperature, ready } = require('lossbook');

const cells = ['setup', 'blocks', 'features', 'parts', 'losses', 'train'];
const shared = ['blocks', 'foldOf', 'partsOf', 'losses', 'train'];
const columns = 'split,loss,fold,seed,step,validation,test,best,split_f1,rect_f1,ab_f1,ece,temperature,scaled_ece';
const folds = 7;
const seeds = Number(process.argv[2] ?? 10);

/** What the cells of the lesson define. */
function lesson() {
  const notebook = JSON.parse(readFileSync(new URL('notebooks/pt/09-ablation.ipynb', root), 'utf8'));
  const code = cells.map((id) => [notebook.cells.find((cell) => cell.id === id).source].flat().join('')).join('\n');
  const { outputText } = ts.transpileModule(code, { compilerOptions: { module: 'commonjs', target: 'es2022' } });
  const exports = {};
  return new Function('require', 'exports', `${outputText}\nreturn { ${shared.join(', ')} };`)(require, exports);
}

await ready('wasm');
const { blocks, foldOf, partsOf, losses, train } = lesson();

const softmax = (row) => {
  const exps = row.map((logit) => Math.exp(logit - Math.max(...row)));
  return exps.map((one) => one / exps.reduce((sum, other) => sum + other, 0));
};

/** How far the probabilities of logits at a temperature are from calibrated. */
const ece = (logits, labels, temperature) =>
  expectedCalibrationError(
    logits.map((row) => softmax(row.map((logit) => logit / temperature))),
    labels,
  );

/** The numbers of a line after the seed. */
function measured(run, { validation, test }) {
  const f1s = f1(run.testLogits, test.labels, { average: 'none' });
  const { temperature } = fitTemperature(run.validationLogits, validation.labels);
  const calibration = [1, temperature].map((one) => ece(run.testLogits, test.labels, one));
  return [run.step, run.validation, run.test, run.best, ...f1s, calibration[0], temperature, calibration[1]];
}

/** A trained model whose decisions count each class as equally frequent: the logarithm of its share is taken off its logits. */
function adjusted(run, { validation, test, counts }) {
  const off = (logits) => logits.map((row) => row.map((logit, c) => logit - Math.log(counts[c])));
  const [validationLogits, testLogits] = [off(run.validationLogits), off(run.testLogits)];
  const [atValidation, atTest] = [f1(validationLogits, validation.labels), f1(testLogits, test.labels)];
  return { step: run.step, validation: atValidation, test: atTest, best: atTest, validationLogits, testLogits };
}

const lines = [columns];
function add(split, loss, fold, seed, run, parts) {
  const numbers = measured(run, parts).map((value) => Number(value.toFixed(6)));
  lines.push([split, loss, fold, seed, ...numbers].join(','));
}

for (let fold = 0; fold < folds; fold++) {
  const parts = partsOf(foldOf, fold);
  for (const [loss, of] of Object.entries(losses)) {
    for (let seed = 1; seed <= seeds; seed++) {
      const run = train(parts, of, seed);
      add('picture', loss, fold, seed, run, parts);
      if (loss === 'plain') add('picture', 'adjusted', fold, seed, adjusted(run, parts), parts);
    }
    console.log(`fold ${fold}, ${loss}`);
  }
}

const inTurn = blocks.map((_, i) => i % folds);
for (let fold = 0; fold < folds; fold++) {
  const parts = partsOf(inTurn, fold);
  for (let seed = 1; seed <= seeds; seed++)
    add('block', 'baseline', fold, seed, train(parts, losses.baseline, seed), parts);
  console.log(`by blocks, fold ${fold}`);
}
writeFileSync(new URL('ablation.csv', import.meta.url), `${lines.join('\n')}\n`);
