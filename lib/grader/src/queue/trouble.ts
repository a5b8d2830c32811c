import type { Text } from '../language';
import { sayBack, sayTrouble } from './words';

/** What goes wrong with Redis, told once until it is over: while it is away, all that use it say so again and again. */
export class Trouble {
  private readonly told = new Set<string>();

  constructor(private readonly say: (text: Text) => void) {}

  readonly tell = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    if (this.told.has(message)) return;
    this.told.add(message);
    this.say(sayTrouble(message));
  };

  /** Redis answers. */
  readonly end = (): void => {
    if (this.told.size > 0) this.say(sayBack);
    this.told.clear();
  };
}
