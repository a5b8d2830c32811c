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
  ],
  webgpu: [
    {
      loss: 'infoNceLoss',
      case: 'huge',
      reason:
        'a gradient that is the difference of two nearly equal pulls is right to 1e-5, since WGSL divides and takes roots less exactly',
    },
  ],
};

/** Why a backend misses a case, or undefined where it meets it. */
export function whyMissed(backend: string, loss: string, name: string): string | undefined {
  return missed[backend]?.find((one) => one.loss === loss && one.case === name)?.reason;
}
