import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measure, median } from './measure';

/** One way of running the tool on one app, or what it is compared with. */
export interface Row {
  readonly name: string;
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Time over that of loading cdk8s alone, in the same run. */
  readonly ratio: number;
}

interface Way {
  readonly name: string;
  readonly args: readonly string[];
  readonly before?: () => void;
  /** Where it keeps what saves time. `@default` - where the others do */
  readonly cache?: () => string;
}

/** What every run is compared with. */
export const LOADING = 'loading cdk8s alone';
const LIBRARY = 'loading cdk8s-eks, its compiled code kept';
export const UNCHECKED = 'synth --app --no-typecheck';
export const CHECKED = 'synth --app';
const APP = 'apps/podinfo/settings.ts';

/** An app of this repository in one environment, each run in a process of its own, in turns; medians. */
export async function oneApp(folder: string, packageRoot: string, rounds: number): Promise<readonly Row[]> {
  const project = join(folder, 'one-app');
  writeProject(project, packageRoot);
  const cache = join(folder, 'one-app-cache');
  const tool = join(project, 'node_modules', 'cdk8s-eks', 'bin', 'cdk8s-eks.js');
  const synth = (...args: string[]) => [tool, 'synth', '--app', 'podinfo', '--env', 'dev', ...args];
  let edits = 0;
  let empty = 0;
  const edit = () => {
    const file = join(project, APP);
    const text = readFileSync(file, 'utf8').replace(/\/\/ edit \d+\n$/, '');
    writeFileSync(file, `${text}// edit ${edits++}\n`);
  };
  const ways: readonly Way[] = [
    { name: 'node alone', args: ['-e', '0'] },
    { name: LOADING, args: ['-e', "require('cdk8s')"] },
    { name: LIBRARY, args: ['-e', libraryLoaded(join(project, 'node_modules', 'cdk8s-eks'))] },
    { name: UNCHECKED, args: synth('--no-typecheck') },
    { name: CHECKED, args: synth() },
    { name: `${CHECKED}, after an edit`, args: synth(), before: edit },
    { name: `${CHECKED}, with nothing kept`, args: synth(), cache: () => join(folder, `empty-${empty++}`) },
  ];
  const runs = new Map<string, Measured[]>();
  const run = (way: Way) =>
    measure({
      program: process.execPath,
      args: way.args,
      cwd: project,
      env: { XDG_CACHE_HOME: way.cache?.() ?? cache },
    });
  for (let round = 0; round < rounds; round++)
    for (const way of ways) {
      way.before?.();
      // As people have it: again, with what the run before kept.
      if ([LIBRARY, UNCHECKED, CHECKED].includes(way.name)) await run(way);
      const measured = await run(way);
      if (measured !== undefined) runs.set(way.name, [...(runs.get(way.name) ?? []), measured]);
    }
  const base = median((runs.get(LOADING) ?? []).map(({ seconds }) => seconds));
  return [...runs].map(([name, all]) => {
    const seconds = median(all.map((one) => one.seconds));
    return { name, seconds, cpuSeconds: median(all.map((one) => one.cpuSeconds ?? Number.NaN)), ratio: seconds / base };
  });
}

/** What a run does to have the constructs, and the kinds of Kubernetes that they make. */
function libraryLoaded(packageRoot: string): string {
  const loader = JSON.stringify(join(packageRoot, 'lib', 'src', 'cli', 'compiled-code.js'));
  return `require(${loader}).useCompiledCode(${JSON.stringify(packageRoot)}, 'load'); require('cdk8s-eks').k8s.KubePod;`;
}

/** This repository's environments and apps, as a project in which the package and a compiler are installed. */
function writeProject(folder: string, packageRoot: string): void {
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  for (const part of ['apps', 'environments', 'dist'])
    cpSync(join(packageRoot, part), join(folder, part), { recursive: true });
  // It extends this repository's own.
  rmSync(join(folder, 'apps', 'tsconfig.json'));
  // As it is installed: a checkout would compare lib/ with its sources first, as nobody's project does.
  for (const part of ['bin', 'lib', 'imports/schemas', 'package.json'])
    cpSync(join(packageRoot, part), join(folder, 'node_modules', 'cdk8s-eks', part), { recursive: true });
  for (const name of ['esbuild', 'cdk8s', 'constructs', 'cdk8s-plus-28', 'typescript', '@types'])
    symlinkSync(join(packageRoot, 'node_modules', name), join(folder, 'node_modules', name));
  const options = { strict: true, module: 'nodenext', skipLibCheck: true, types: ['node'], noEmit: true };
  // The types of the package as this checkout has them, since its own are written when it is packed.
  const compilerOptions = { ...options, paths: { 'cdk8s-eks': [join(packageRoot, 'charts', 'index.ts')] } };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['apps'] }));
}
