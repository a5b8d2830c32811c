/** The families of the library, in the order of the page, each with what its losses have in common. */
export const families: readonly { folder: string; title: string; text: string }[] = [
  { folder: 'regression', title: 'Regression', text: 'Of the error between a predicted number and an observed one.' },
  {
    folder: 'classification',
    title: 'Classification',
    text: 'Of the probability that a model gives to what was right.',
  },
  {
    folder: 'imbalance',
    title: 'Imbalance and calibration',
    text: 'Cross-entropies in which rare classes, hard examples or doubt count otherwise.',
  },
  {
    folder: 'margin',
    title: 'Margins',
    text: 'Nothing is lost, or hardly anything, once the right score leads by enough.',
  },
  {
    folder: 'embedding',
    title: 'Ranking and embedding',
    text: 'Of two or three things, or of a whole batch: which is nearer, which is preferred.',
  },
  {
    folder: 'likelihood',
    title: 'Likelihood',
    text: 'Of an observation under a distribution of which the model predicts the parameters.',
  },
  { folder: 'divergence', title: 'Divergence', text: 'Between two distributions.' },
  { folder: 'overlap', title: 'Overlap', text: 'Of a predicted region with the true one.' },
  { folder: 'sequence', title: 'Sequences', text: 'Of a sequence of labels of which nobody knows the times.' },
  {
    folder: 'regularisation',
    title: 'Regularisation',
    text: "Of a model's parameters rather than of its predictions.",
  },
];
