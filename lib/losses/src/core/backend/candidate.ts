/** A backend of TensorFlow.js that `ready` may choose. */
export interface Candidate {
  /** TensorFlow.js's own name for it. */
  name: string;
  /** Whether `ready` takes it only for somebody who asks for its name. */
  onlyWhenWanted?: boolean;
  /** Why it cannot work here, as far as can be seen quickly, silently and without loading it. */
  missing: () => string | undefined;
  /** Makes it the current backend and tells the device; throws when it does not work after all. */
  open: () => Promise<string>;
}
