/** One sequence, and the target that it should spell. */
export interface Sequence {
  logProb: (step: number, label: number) => number;
  steps: number;
  labels: readonly number[];
  blank: number;
}

/** A row for each step: for each state the log-probability of all ways that lead there, that step itself included. */
export type Lattice = readonly Float64Array[];

/** The class of each state: blank, label, blank, label, … blank. An alignment goes through them in this order. */
function statesOf({ labels, blank }: Sequence): number[] {
  return [blank, ...labels.flatMap((label) => [label, blank])];
}

/** Whether a state may follow the one two before it: that leaves out a blank, which equal labels need between them. */
function skips(states: readonly number[], state: number): boolean {
  return state >= 3 && state % 2 === 1 && states[state] !== states[state - 2];
}

/** All ways from the first step on; they begin in the first blank or the first label. */
export function forward(sequence: Sequence): Lattice {
  const states = statesOf(sequence);
  const skipped = states.map((_, s) => skips(states, s));
  const rows: Float64Array[] = [];
  for (let t = 0; t < sequence.steps; t++) {
    const row = new Float64Array(states.length);
    for (let s = 0; s < states.length; s++) {
      const before = t === 0 ? (s < 2 ? 0 : -Infinity) : arriving(rows[t - 1], s, skipped[s]);
      row[s] = before + sequence.logProb(t, states[s] ?? NaN);
    }
    rows.push(row);
  }
  return rows;
}

function arriving(row: Float64Array | undefined, state: number, skipped = false): number {
  const near = logSum(row?.[state] ?? -Infinity, row?.[state - 1] ?? -Infinity);
  return skipped ? logSum(near, row?.[state - 2] ?? -Infinity) : near;
}

/** The loss: minus the log-probability of all ways, which end in the last label or the last blank. */
export function loss({ steps, labels }: Sequence, lattice: Lattice): number {
  if (steps === 0) {
    return labels.length === 0 ? 0 : Infinity;
  }
  const last = lattice[steps - 1];
  const end = 2 * labels.length;
  return -logSum(last?.[end] ?? -Infinity, last?.[end - 1] ?? -Infinity);
}

/** For each step and class the probability that an alignment is there, given that it spells the target: `[steps · classes]`. */
export function occupancy(sequence: Sequence, lattice: Lattice, loss: number, classes: number): Float64Array {
  const states = statesOf(sequence);
  const skipped = states.map((_, s) => skips(states, s));
  const found = new Float64Array(sequence.steps * classes);
  // For each state all ways from there to the end: without its own step at first, then with it.
  let after = Float64Array.from(states, (_, s) => (s >= states.length - 2 ? 0 : -Infinity));
  for (let t = sequence.steps - 1; t >= 0; t--) {
    const from = new Float64Array(states.length);
    states.forEach((label, s) => {
      const way = (lattice[t]?.[s] ?? NaN) + (after[s] ?? NaN);
      const cell = t * classes + label;
      found[cell] = (found[cell] ?? 0) + Math.exp(way + loss);
      from[s] = (after[s] ?? NaN) + sequence.logProb(t, label);
    });
    after = from.map((_, s) => leaving(from, s, skipped[s + 2]));
  }
  return found;
}

function leaving(row: Float64Array, state: number, skipped = false): number {
  const near = logSum(row[state] ?? -Infinity, row[state + 1] ?? -Infinity);
  return skipped ? logSum(near, row[state + 2] ?? -Infinity) : near;
}

/** `log(eᵃ + eᵇ)`; NaN of NaN. */
function logSum(a: number, b: number): number {
  const most = Math.max(a, b);
  return most === -Infinity ? most : most + Math.log1p(Math.exp(Math.min(a, b) - most));
}
