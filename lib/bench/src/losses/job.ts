/** What an implementation is asked to time: value and gradient of one loss on inputs of one shape. */
export interface Job {
  readonly loss: string;
  readonly inputs: Inputs;
  /** The shape of the first input. */
  readonly shape: readonly number[];
}

/**
 * What the inputs are: two or three tensors alike, a tensor and signs ±1, distances and signs, two vectors a row and signs, logits and
 * classes, logits and 0/1 labels, probabilities and 0/1 labels, log-probabilities and probabilities or classes, and so on.
 */
export type Inputs =
  | 'pair'
  | 'pairVariance'
  | 'signs'
  | 'pairSigns'
  | 'rowsSigns'
  | 'rowPair'
  | 'triplet'
  | 'classes'
  | 'logClasses'
  | 'labels'
  | 'probabilityLabels'
  | 'logProbabilities'
  | 'counts'
  | 'meanLogVariance';

const of: Readonly<Record<string, Inputs>> = {
  mseLoss: 'pair',
  l1Loss: 'pair',
  mbeLoss: 'pair',
  smoothL1Loss: 'pair',
  huberLoss: 'pair',
  logCoshLoss: 'pair',
  quantileLoss: 'pair',
  gaussianNllLoss: 'pairVariance',
  conditionalNllLoss: 'meanLogVariance',
  poissonNllLoss: 'counts',
  klDiv: 'logProbabilities',
  softMarginLoss: 'signs',
  hingeLoss: 'signs',
  svmLoss: 'signs',
  hingeEmbeddingLoss: 'signs',
  marginRankingLoss: 'pairSigns',
  cosineEmbeddingLoss: 'rowsSigns',
  pairwisePreferenceLoss: 'pair',
  infoNceLoss: 'rowPair',
  tripletMarginLoss: 'triplet',
  crossEntropy: 'classes',
  nllLoss: 'logClasses',
  multiMarginLoss: 'classes',
  westonWatkinsLoss: 'classes',
  crammerSingerLoss: 'classes',
  focalLoss: 'classes',
  polyLoss: 'classes',
  asymmetricLoss: 'classes',
  focalLossWithLabelSmoothing: 'classes',
  binaryCrossEntropy: 'probabilityLabels',
  binaryCrossEntropyWithLogits: 'labels',
  multilabelSoftMarginLoss: 'labels',
  asymmetricLossMultiLabel: 'labels',
  sigmoidFocalLoss: 'labels',
  diceLoss: 'probabilityLabels',
  tverskyLoss: 'probabilityLabels',
};

const byRow = new Set<Inputs>([
  'classes',
  'logClasses',
  'logProbabilities',
  'rowsSigns',
  'rowPair',
  'triplet',
  'labels',
]);

/** The jobs of the losses that exist: 10³, 10⁴ and 10⁶ elements each, and cross-entropy at 4096 × 1000. */
export function jobs(exists: (loss: string) => boolean): Job[] {
  const all = Object.entries(of)
    .filter(([loss]) => exists(loss))
    .flatMap(([loss, inputs]) => [1e3, 1e4, 1e6].map((size) => ({ loss, inputs, shape: shapeOf(inputs, size) })));
  return exists('crossEntropy') ? [...all, { loss: 'crossEntropy', inputs: 'classes', shape: [4096, 1000] }] : all;
}

function shapeOf(inputs: Inputs, size: number): number[] {
  if (inputs === 'meanLogVariance') return [size / 2, 2];
  // The similarities of N rows with N others are N² numbers.
  if (inputs === 'rowPair') return [Math.sqrt(size) | 0, 16];
  return byRow.has(inputs) ? [size / 10, 10] : [size];
}
