/** One contender at one size: medians over its runs. */
export interface Result {
  readonly contender: string;
  readonly objects: number;
  readonly environments: number;
  readonly runs: number;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
  readonly peakMiB: number | undefined;
  /** Milliseconds of each stage, of the tool's own runs; those of several threads add up. */
  readonly stages: ReadonlyMap<string, number>;
}

/** Names of the tool's own runs. */
export const OURS = { full: 'synth', alone: 'synth --jobs 1', check: 'synth --check', app: 'synth --app' } as const;
export const STOCK = 'stock cdk8s';
export const LOOP = 'bare write loop';

export function find(results: readonly Result[], contender: string, objects: number): Result | undefined {
  return results.find((one) => one.contender === contender && one.objects === objects);
}

/** The sizes that were measured, smallest first. */
export function sizesOf(results: readonly Result[]): readonly number[] {
  return [...new Set(results.map((one) => one.objects))].sort((a, b) => a - b);
}

/** The contenders in the order they ran. */
export function contendersOf(results: readonly Result[]): readonly string[] {
  return [...new Set(results.map((one) => one.contender))];
}
