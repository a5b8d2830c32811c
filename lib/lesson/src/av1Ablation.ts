import { datasetLines } from './datasetLines';

const header = 'split,loss,fold,seed,step,validation,test,best,split_f1,rect_f1,ab_f1,ece,temperature,scaled_ece';

/** One training of lesson 09's model, and what it reached. */
export interface AblationRun {
  /** Whether whole pictures were held back, or single blocks. */
  readonly split: 'picture' | 'block';
  readonly loss: string;
  /** The fold of the test; the next one is the validation. */
  readonly fold: number;
  readonly seed: number;
  /** The step with the best macro F1 on the validation blocks, at which all else is measured. */
  readonly step: number;
  /** Macro F1 on the validation blocks. */
  readonly validation: number;
  /** Macro F1 on the test blocks. */
  readonly test: number;
  /** The best macro F1 on the test blocks at any step: what one would report who chose by the test. */
  readonly best: number;
  /** F1 of SPLIT, RECT and AB on the test blocks. */
  readonly classes: readonly [split: number, rect: number, ab: number];
  /** Expected calibration error on the test blocks, 15 bins. */
  readonly ece: number;
  /** The temperature that fits the validation blocks. */
  readonly temperature: number;
  /** The calibration error with it. */
  readonly scaledEce: number;
}

/**
 * The results of `node datasets/av1-partition/ablation.mjs`, which trains the model of lesson 09 with each loss on each fold from
 * ten seeds.
 *
 * @throws Error when the file is missing or its columns are others
 */
export function av1Ablation(): AblationRun[] {
  const [columns, ...lines] = datasetLines('av1-partition', 'ablation.csv');
  if (columns !== header) throw new Error(`ablation.csv: the columns should be ${header}`);
  return lines.map((line) => {
    const [split, loss = '', ...numbers] = line.split(',');
    const [fold = NaN, seed = NaN, step = NaN, validation = NaN, test = NaN, best = NaN, ...rest] = numbers.map(Number);
    const [splitF1 = NaN, rectF1 = NaN, abF1 = NaN, ece = NaN, temperature = NaN, scaledEce = NaN] = rest;
    const classes = [splitF1, rectF1, abF1] as const;
    return {
      split: split as AblationRun['split'],
      loss,
      ...{ fold, seed, step, validation, test, best, classes, ece, temperature, scaledEce },
    };
  });
}
