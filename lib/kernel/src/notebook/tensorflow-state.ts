/** Of TensorFlow.js's engine: what it is in the middle of. Between computations it is in the middle of nothing. */
interface EngineState {
  gradientDepth: number;
  kernelDepth: number;
  /** The operations of a gradient that is being computed, each with the tensors that it keeps for that. */
  activeTape: readonly { readonly saved?: readonly { dispose(): void }[] }[] | null;
  numDataMovesStack: number[];
  profiling: boolean;
  readonly scopeStack: readonly unknown[];
}

interface Engine {
  readonly state: EngineState;
  endScope(): void;
}

/**
 * Mends TensorFlow.js after a computation was ended from outside, which runs no `finally`: otherwise it would believe for ever to be
 * inside of that computation, and compute no gradients any more.
 */
export class TensorFlowState {
  #scopes = 0;

  /** Notes which scopes are open before a cell; only those that are opened later belong to what was ended. */
  note(): void {
    this.#scopes = engine()?.state.scopeStack.length ?? 0;
  }

  /** To be called when no computation runs. */
  mend(): void {
    const found = engine();
    if (!found) return;
    const { state } = found;
    for (const { saved = [] } of state.activeTape ?? []) for (const tensor of saved) tensor.dispose();
    Object.assign(state, {
      gradientDepth: 0,
      kernelDepth: 0,
      activeTape: null,
      numDataMovesStack: [],
      profiling: false,
    });
    // Their tensors are freed.
    while (state.scopeStack.length > this.#scopes) found.endScope();
  }
}

/** TensorFlow.js keeps it there, so that several copies of the library share one. */
function engine(): Engine | undefined {
  return (globalThis as { _tfengine?: Engine })._tfengine;
}
