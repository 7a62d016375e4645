import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type CommittedMemory, readCommittedObjects } from '../../load/committed';
import { committedEnvironments } from '../../load/committed-paths';
import { watchFiles } from '../../load/watch-files';
import { isToolError } from '../../model/errors';
import { byCodeUnit } from '../../model/order';
import type { Roots } from '../survey/project';
import { tellIdleStrays } from '../threads/stray-errors';
import { type SynthOptions, type SynthResult, synth } from './synth';

export interface WatchListener {
  /** @param changed what was edited; empty the first time */
  readonly onResult: (result: SynthResult, changed: readonly string[], milliseconds: number) => void;
  readonly onError: (error: unknown) => void;
}

/** A run that another one kept from writing, or that had no room, is tried again. */
const AGAIN_MS = 1_000;

/** What a change makes necessary: some apps, or everything. */
export type Affected = readonly string[] | 'everything';

/**
 * Renders, and after each edit renders again what it touches, until the process is ended. An app's own files touch
 * that app; settings, and files nobody knows yet, touch everything. What failed is tried again with the next edit.
 * @throws what is a defect of the tool; it does not return
 */
export async function watchProject(roots: Roots, options: SynthOptions, listener: WatchListener): Promise<void> {
  let inputs: ReadonlyMap<string, readonly string[]> = new Map();
  let pending: Affected = [];
  const memory: CommittedMemory = new Map();
  let failed: Affected = [];
  /** The environments that a run of everything left in the output. */
  let written: readonly string[] = [];
  /** The last error, which is told once. */
  let told = '';
  let edited: string[] = [];
  let running = false;
  let end: (error: unknown) => void = () => undefined;
  const ended = new Promise<never>((_resolve, reject) => {
    end = reject;
  });
  const files = watchFiles(roots.project, (paths) => {
    const known = new Set([...inputs.values()].flat());
    const own = paths.filter((path) => known.has(path) || !isOutput(path, roots));
    const exists = (path: string) => existsSync(join(roots.project, path));
    const affected = affectedBy(own, inputs, options.selection.apps, exists);
    if (affected.length === 0) return;
    edited.push(...own);
    begin(affected);
  });

  function begin(affected: Affected): void {
    pending = together(together(pending, failed), affected);
    failed = [];
    run().catch(end);
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    while (pending === 'everything' || pending.length > 0) {
      const started = performance.now();
      const [wanted, changed] = [isWhole() ? pending : 'everything', edited] as const;
      pending = [];
      edited = [];
      const apps = wanted === 'everything' ? options.selection.apps : wanted;
      try {
        const result = await synth(roots, { ...options, memory, selection: { ...options.selection, apps } });
        inputs = new Map([...(wanted === 'everything' ? [] : inputs), ...result.inputs]);
        for (const path of [...result.inputs.values()].flat()) files.add(posix.dirname(path), false);
        listener.onResult(result, changed, performance.now() - started);
        told = '';
        // What a finding kept from being written is rendered again with the next edit.
        if (result.failed) failed = together(failed, wanted);
        else if (wanted === 'everything') written = committedEnvironments(roots.out);
      } catch (error) {
        if (!isToolError(error) || error.code === 'DEFECT') {
          listener.onError(error);
          throw error;
        }
        if (told !== error.message) listener.onError(error);
        told = error.message;
        failed = together(failed, wanted);
        if (error.code === 'OUTPUT') setTimeout(() => failed.length > 0 && begin([]), AGAIN_MS);
      }
    }
    running = false;
    await readAhead();
  }

  /** An app alone is judged with what all others wrote: without that, everything is rendered. */
  function isWhole(): boolean {
    const there = new Set(committedEnvironments(roots.out));
    return written.every((name) => there.has(name));
  }

  /** While nobody edits: an edit of one app is judged with what all others wrote. */
  async function readAhead(): Promise<void> {
    const { environments } = options.selection;
    for (const name of committedEnvironments(roots.out)) {
      await new Promise((resolve) => setImmediate(resolve));
      if (running) return;
      if (environments.length > 0 && !environments.includes(name)) continue;
      try {
        readCommittedObjects(roots.out, name, { memory });
      } catch {
        // Somebody deletes it meanwhile; what a run needs and cannot read, that run tells.
        return;
      }
    }
  }

  tellIdleStrays(listener.onError);
  for (const folder of ['apps', 'environments']) files.add(folder, true);
  pending = 'everything';
  await run();
  await ended;
}

/**
 * Which apps files belong to. One that came and nobody knows may be an app, a file that an app had is missing to it,
 * and one that came and went again was a tool's own.
 * @param only the apps that were asked for; empty for all
 */
export function affectedBy(
  paths: readonly string[],
  inputs: ReadonlyMap<string, readonly string[]>,
  only: readonly string[],
  exists: (path: string) => boolean,
): Affected {
  const apps = new Set<string>();
  for (const path of paths) {
    const users = [...inputs].filter(([, files]) => files.includes(path)).map(([app]) => app);
    const [isKnown, isThere] = [users.length > 0, exists(path)];
    // Settings may go as well as come.
    if (isKnown !== isThere || (!isThere && path.startsWith('environments/'))) return 'everything';
    for (const app of users) if (only.length === 0 || only.includes(app)) apps.add(app);
  }
  return [...apps].sort(byCodeUnit);
}

function together(one: Affected, other: Affected): Affected {
  if (one === 'everything' || other === 'everything') return 'everything';
  return [...new Set([...one, ...other])].sort(byCodeUnit);
}

/** What this tool writes itself, and what nobody renders from. */
function isOutput(path: string, { project, out }: Roots): boolean {
  const output = posix.relative(project.replaceAll('\\', '/'), out.replaceAll('\\', '/'));
  const name = posix.basename(path);
  return (
    path === output ||
    path.startsWith(`${output}/`) ||
    path.split('/').includes('node_modules') ||
    name.startsWith('.') ||
    name.endsWith('~')
  );
}
