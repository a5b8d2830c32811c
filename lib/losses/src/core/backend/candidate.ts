/** A backend of TensorFlow.js that `ready` may choose. */
export interface Candidate {
  /** TensorFlow.js's own name for it. */
  name: string;
  /** Why it cannot work here, as far as can be seen quickly, silently and without loading it. */
  missing: () => string | undefined;
  /** Makes it the current backend and tells the device; throws when it does not work after all. */
  open: () => Promise<string>;
}
