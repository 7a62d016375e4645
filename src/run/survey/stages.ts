/** Milliseconds of each stage of a run, in the order they were first reached. Those of several threads add up. */
export class Stages {
  private readonly sums = new Map<string, number>();

  /** Runs a stage and adds its time. */
  time<T>(name: string, work: () => T): T {
    const started = performance.now();
    const result = work();
    if (result instanceof Promise) {
      return result.finally(() => this.add(name, performance.now() - started)) as T;
    }
    this.add(name, performance.now() - started);
    return result;
  }

  add(name: string, milliseconds: number): void {
    this.sums.set(name, (this.sums.get(name) ?? 0) + milliseconds);
  }

  addAll(stages: readonly Stage[]): void {
    for (const [name, milliseconds] of stages) this.add(name, milliseconds);
  }

  /** As plain data. */
  list(): readonly Stage[] {
    return [...this.sums];
  }
}

export type Stage = readonly [name: string, milliseconds: number];
