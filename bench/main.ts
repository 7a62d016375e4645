import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contenders } from './contenders';
import { type Measured, measure, median } from './measure';
import { measureOneApp } from './one-app-section';
import { OBJECTS_PER_ENVIRONMENT, shapeOf } from './platform';
import { plotSvg } from './plot';
import { performancePage } from './report';
import { find, OURS, type Result } from './result';
import { writeLoop } from './write-loop';

const SIZES = [300, 1_200, 4_800, 9_600, 38_400, 100_000];

interface Options {
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** A run of a fraction of a second needs more of them than one of seconds. */
  readonly roundsOfOneApp: number;
  /** Objects of one environment. */
  readonly perEnvironment: number;
  /** Where the platforms are made. */
  readonly folder: string;
  /** Whether `docs/performance.md` and its plot are written. */
  readonly page: boolean;
  /** Leaves out the platforms. */
  readonly onlyOneApp: boolean;
}

/**
 * All contenders on platforms of all sizes, one after the other in each round, so that a noisy minute hits them alike.
 * `--sizes 1200,9600 --rounds 3 --per-environment 2400 --folder DIR --no-page`, or `--one-app`
 */
export async function main(packageRoot: string, argv: readonly string[]): Promise<void> {
  const options = parse(argv);
  const base = mkdtempSync(join(options.folder, 'cdk8s-eks-bench-'));
  const results: Result[] = [];
  /** Contenders that took too long once are not asked again for more. */
  const retired = new Set<string>();
  try {
    const section = await measureOneApp(base, packageRoot, options.roundsOfOneApp, options.page);
    if (options.onlyOneApp) return;
    for (const objects of options.sizes) {
      results.push(...(await size(base, packageRoot, objects, options, retired)));
      if (options.page) writePage(packageRoot, results, section);
    }
  } finally {
    // Only now: what was deleted a moment ago slows down the run that writes next.
    rmSync(base, { recursive: true, force: true });
  }
}

/** Written after each size, so that a run that is stopped leaves what it measured. */
function writePage(packageRoot: string, results: readonly Result[], section: string): void {
  writeFileSync(join(packageRoot, 'docs', 'performance.md'), performancePage(results, section));
  writeFileSync(join(packageRoot, 'docs', 'performance.svg'), plotSvg(results));
}

async function size(
  base: string,
  packageRoot: string,
  objects: number,
  options: Options,
  retired: Set<string>,
): Promise<readonly Result[]> {
  const shape = shapeOf(objects, options.perEnvironment);
  const folder = join(base, String(objects));
  const all = await contenders(folder, packageRoot, shape);
  const runs = new Map<string, Measured[]>();
  const loops: Measured[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const loop = writeLoop(join(folder, 'project', 'dist'), folder);
    loops.push({ seconds: loop.seconds, stdout: '', stderr: '' });
    for (const { name, before, command, peer = false } of all) {
      if (retired.has(name)) continue;
      before();
      // A release of a peer that works in another way is left out; ours has to work.
      const measured = await measure(command).catch((error: Error) => {
        if (!peer) throw error;
        console.error(`${name} is left out: ${error.message}`);
        return undefined;
      });
      if (measured === undefined) retired.add(name);
      else runs.set(name, [...(runs.get(name) ?? []), measured]);
    }
  }
  const results = [['bare write loop', loops] as const, ...runs].map(([name, measured]) =>
    summary(name, shape.objects, shape.environments.length, measured),
  );
  const ours = find(results, OURS.full, shape.objects)?.seconds;
  for (const one of results) console.log(lineOf(one, ours));
  return results;
}

function summary(contender: string, objects: number, environments: number, runs: readonly Measured[]): Result {
  const known = (numbers: readonly (number | undefined)[]) =>
    numbers.includes(undefined) || numbers.length === 0 ? undefined : median(numbers as readonly number[]);
  return {
    contender,
    objects,
    environments,
    runs: runs.length,
    seconds: median(runs.map((run) => run.seconds)),
    cpuSeconds: known(runs.map((run) => run.cpuSeconds)),
    peakMiB: known(runs.map((run) => run.peakMiB)),
    stages: stages(runs),
  };
}

/** Medians of the stages, which `--verbose` tells: `checks: 12.3 ms`. */
function stages(runs: readonly Measured[]): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  for (const { stderr } of runs)
    for (const [, name = '', milliseconds] of stderr.matchAll(/^([a-z]+): ([\d.]+) ms$/gm))
      found.set(name, [...(found.get(name) ?? []), Number(milliseconds)]);
  return new Map([...found].map(([name, times]) => [name, median(times)]));
}

function lineOf({ contender, objects, seconds, cpuSeconds, peakMiB, stages }: Result, ours = seconds): string {
  const checks = stages.get('checks');
  const more = [
    cpuSeconds === undefined ? '' : `cpu ${cpuSeconds.toFixed(2)} s`,
    peakMiB === undefined ? '' : `peak ${peakMiB.toFixed(0)} MiB`,
    checks === undefined ? '' : `checks ${((checks / objects) * 1000).toFixed(1)} µs per object`,
  ].filter((text) => text !== '');
  return `${String(objects).padStart(7)} ${contender.padEnd(18)} ${seconds.toFixed(3).padStart(8)} s ${(seconds / ours).toFixed(2).padStart(7)} × synth  ${more.join(', ')}`;
}

function parse(argv: readonly string[]): Options {
  const value = (flag: string) => {
    const index = argv.indexOf(flag);
    return index < 0 ? undefined : argv[index + 1];
  };
  return {
    sizes: value('--sizes')?.split(',').map(Number) ?? SIZES,
    rounds: Number(value('--rounds') ?? 3),
    roundsOfOneApp: Number(value('--rounds') ?? 15),
    perEnvironment: Number(value('--per-environment') ?? OBJECTS_PER_ENVIRONMENT),
    folder: value('--folder') ?? tmpdir(),
    page: !argv.includes('--no-page'),
    onlyOneApp: argv.includes('--one-app'),
  };
}
