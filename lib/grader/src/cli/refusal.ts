import type { Text } from '../language';

/** The command cannot do what it was called for. */
export class Refusal extends Error {
  constructor(readonly text: Text) {
    super(text.pt);
  }
}
