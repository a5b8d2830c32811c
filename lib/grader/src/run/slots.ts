/**
 * So many at a time. Who takes long lends its slot to the next: an endless loop or a sleeper does not hold up the others, and at
 * most twice as many are under way.
 */
export class Slots {
  private free: number;
  private inside = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly count: number,
    private readonly lendAfterMilliseconds = 1500,
  ) {
    this.free = count;
  }

  /** Waits for a slot, and gives it back when the work is done. */
  async within<Result>(work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((enter) => {
      this.waiting.push(enter);
      this.next();
    });
    let holds = true;
    const giveBack = (): void => {
      if (holds) this.free++;
      holds = false;
      this.next();
    };
    const timer = setTimeout(giveBack, this.lendAfterMilliseconds);
    try {
      return await work();
    } finally {
      clearTimeout(timer);
      this.inside--;
      giveBack();
    }
  }

  private next(): void {
    while (this.free > 0 && this.inside < 2 * this.count) {
      const enter = this.waiting.shift();
      if (enter === undefined) return;
      this.free--;
      this.inside++;
      enter();
    }
  }
}
