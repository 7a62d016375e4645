/** Numbers that are the same in every run: what is drawn depends on the seed alone. */
export class Random {
  constructor(private state: number) {}

  /** @returns a whole number of at least 0 and below `limit` */
  below(limit: number): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.state / 2 ** 32) * Math.max(1, limit));
  }

  pick<T>(items: readonly T[]): T | undefined {
    return items[this.below(items.length)];
  }
}
