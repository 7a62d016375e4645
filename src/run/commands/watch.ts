import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type CommittedMemory, readCommitted } from '../../load/committed';
import { committedEnvironments } from '../../load/committed-paths';
import { watchFiles } from '../../load/watch-files';
import { isToolError, type ToolError } from '../../model/errors';
import { type Affected, affectedBy, isOutput, together } from '../survey/affected-apps';
import type { Roots } from '../survey/run-options';
import { tellIdleStrays } from '../threads/stray-errors';
import { type SynthOptions, type SynthResult, synth } from './synth';

export interface WatchListener {
  /** @param changed what was edited; empty the first time */
  readonly onResult: (result: SynthResult, changed: readonly string[], milliseconds: number) => void;
  readonly onError: (error: unknown) => void;
}

/** A run that another one kept from writing, or that had no room, is tried again. */
const AGAIN_MS = 1_000;

/**
 * Renders, and after each edit renders again what it touches, until the process is ended. An app's own files touch
 * that app; settings, and files that no app is known to use, touch everything. What failed is tried again with the
 * next edit.
 * @throws what is a defect of the tool; it does not return
 */
export function watch(roots: Roots, options: SynthOptions, listener: WatchListener): Promise<never> {
  tellIdleStrays(listener.onError);
  return new Promise<never>((_resolve, reject) => new Watch(roots, options, listener, reject).start());
}

class Watch {
  /** The files of each app, relative to the project. */
  private inputs: ReadonlyMap<string, readonly string[]> = new Map();
  /** What has to be rendered, and what failed and waits for the next edit. */
  private pending: Affected = 'everything';
  private failed: Affected = [];
  /** Files that were edited since the last run began. */
  private edited: string[] = [];
  /** The environments that a run of everything left in the output. */
  private written: readonly string[] = [];
  /** The last error; the listener hears it once. */
  private told = '';
  private isRunning = false;
  private readonly memory: CommittedMemory = new Map();
  private readonly files: ReturnType<typeof watchFiles>;

  constructor(
    private readonly roots: Roots,
    private readonly options: SynthOptions,
    private readonly listener: WatchListener,
    private readonly end: (error: unknown) => void,
  ) {
    this.files = watchFiles(roots.project, (paths) => this.hear(paths));
    for (const folder of ['apps', 'environments']) this.files.add(folder, true);
  }

  start(): void {
    this.run().catch(this.end);
  }

  private hear(paths: readonly string[]): void {
    const { roots, inputs } = this;
    const known = new Set([...inputs.values()].flat());
    const own = paths.filter((path) => known.has(path) || !isOutput(path, roots));
    const exists = (path: string) => existsSync(join(roots.project, path));
    const affected = affectedBy(own, inputs, this.options.selection.apps, exists);
    if (affected.length === 0) return;
    // What came and went again, as other tools make it, is nothing that a person has edited.
    this.edited.push(...own.filter((path) => known.has(path) || exists(path) || path.startsWith('environments/')));
    this.begin(affected);
  }

  private begin(affected: Affected): void {
    this.pending = together(together(this.pending, this.failed), affected);
    this.failed = [];
    this.start();
  }

  private async run(): Promise<void> {
    if (this.isRunning) return;
    this.isRunning = true;
    while (this.pending === 'everything' || this.pending.length > 0) {
      const wanted = this.isWhole() ? this.pending : 'everything';
      this.pending = [];
      try {
        await this.render(wanted);
      } catch (error) {
        if (!isToolError(error) || error.code === 'DEFECT') {
          this.listener.onError(error);
          throw error;
        }
        this.hearFailure(error, wanted);
      }
    }
    this.isRunning = false;
    await this.readAhead();
  }

  private async render(wanted: Affected): Promise<void> {
    const { roots, options, memory } = this;
    const started = performance.now();
    const changed = this.edited;
    this.edited = [];
    const apps = wanted === 'everything' ? options.selection.apps : wanted;
    const result = await synth(roots, { ...options, memory, selection: { ...options.selection, apps } });
    this.inputs = new Map([...(wanted === 'everything' ? [] : this.inputs), ...result.inputs]);
    for (const path of [...result.inputs.values()].flat()) this.files.add(posix.dirname(path), false);
    this.listener.onResult(result, changed, performance.now() - started);
    this.told = '';
    // What a finding kept from being written is rendered again with the next edit.
    if (result.failed) this.failed = together(this.failed, wanted);
    else if (wanted === 'everything') this.written = committedEnvironments(roots.out);
  }

  private hearFailure(error: ToolError, wanted: Affected): void {
    if (this.told !== error.message) this.listener.onError(error);
    this.told = error.message;
    this.failed = together(this.failed, wanted);
    if (error.code === 'OUTPUT') setTimeout(() => this.failed.length > 0 && this.begin([]), AGAIN_MS);
  }

  /** An app alone is judged with what all others wrote: without that, everything is rendered. */
  private isWhole(): boolean {
    const there = new Set(committedEnvironments(this.roots.out));
    return this.written.every((name) => there.has(name));
  }

  /** Reads the output while nobody edits: an edit of one app is judged with what all others wrote. */
  private async readAhead(): Promise<void> {
    const { roots, memory, options } = this;
    const { environments } = options.selection;
    for (const name of committedEnvironments(roots.out)) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.isRunning) return;
      if (environments.length > 0 && !environments.includes(name)) continue;
      try {
        readCommitted(roots.out, name, { memory });
      } catch {
        // Somebody deletes it meanwhile; a run that needs it and cannot read it says so.
        return;
      }
    }
  }
}
