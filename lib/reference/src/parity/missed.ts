/** A case that a backend misses, measured, and why it cannot meet it. */
export interface Missed {
  loss: string;
  /** The case's name in the fixture. */
  case: string;
  reason: string;
}

/** Each backend's missed cases; `docs/losses.md` shows them. */
export const missed: Readonly<Record<string, readonly Missed[]>> = {
  tensorflow: [
    {
      loss: 'binaryCrossEntropy',
      case: 'below where the logarithm stops',
      reason: 'TensorFlow takes denormal numbers for 0, which have a logarithm above -100',
    },
    {
      loss: 'infoNceLoss',
      case: 'huge',
      reason: "the probabilities that TensorFlow's softmax has of huge scores are right to 7e-6",
    },
  ],
};

/** Why a backend misses a case, or undefined where it meets it. */
export function whyMissed(backend: string, loss: string, name: string): string | undefined {
  return missed[backend]?.find((one) => one.loss === loss && one.case === name)?.reason;
}
