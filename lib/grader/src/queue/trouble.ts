import type { Text } from '../language';
import { sayTrouble } from './words';

/** Tells what goes wrong with Redis, once: while it is away, all that use it say so again and again. */
export function troubleTeller(tell: (text: Text) => void): (error: unknown) => void {
  let last = '';
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    if (message !== last) tell(sayTrouble(message));
    last = message;
  };
}
