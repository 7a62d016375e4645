import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { JobOptions, Outcome } from './environment-job';
import type { ProjectData } from './load-project';
import { type PortableError, revived } from './portable-error';
import type { Tick } from './render-environments';
import { type Line, ThreadHolder } from './thread-holder';

/** What a helping thread is handed. */
export interface HelperData {
  readonly data: ProjectData;
  readonly options: JobOptions;
  /** Shared by all threads: the next environment that nobody has taken, and who has taken any. */
  readonly tasks: SharedArrayBuffer;
  /** Its own place in `tasks`. */
  readonly place: number;
  /** By which it is asked for the files it keeps. */
  readonly line: Line;
}

/** What a helping thread says. */
export type HelperMessage =
  | { readonly tick: readonly [environment: string, app: string] }
  | { readonly done: true }
  | { readonly index: number; readonly outcome: Outcome | { readonly error: PortableError } };

interface Thread {
  readonly worker: Worker;
  /** What it keeps of what it rendered. */
  readonly holder: ThreadHolder;
  /** Resolves when it has nothing left to do. */
  readonly end: Promise<void>;
}

export interface Listener {
  readonly tick: Tick;
  readonly done: (index: number, outcome: Outcome) => void;
}

/** So many apps times environments, and threads start while the first app is being rendered. */
const MANY = 24;
/** With fewer, apps that are rendered before the rest is estimated, and the milliseconds that are worth a thread. */
const SAMPLE_APPS = 2;
const WORTH_MS = 500;
/** What checking, writing as text and comparing add to the rendering of an app. */
const REST_OF_WORK = 2;

/**
 * Threads that take environments from the same heap as the main one. Starting one costs as much as a few thousand
 * objects, on a core of its own: nobody waits for a thread that came too late to take anything.
 */
export class Helpers {
  private readonly tasks: Int32Array;
  private readonly threads: Thread[] = [];
  private readonly started = performance.now();
  private decided: boolean;

  constructor(
    private readonly data: ProjectData,
    private readonly options: JobOptions & { readonly jobs?: number },
    private readonly listener: Listener,
  ) {
    const wanted = this.wanted();
    this.tasks = new Int32Array(new SharedArrayBuffer(4 * (1 + wanted)));
    this.decided = wanted === 0;
    const many = data.selected.length * data.bundled.bundles.length >= MANY;
    if (!this.decided && (many || options.jobs !== undefined)) this.start();
  }

  /** Takes the next environment. */
  next(): number {
    return Atomics.add(this.tasks, 0, 1);
  }

  /** Starts helping threads when what is left takes longer than starting them. */
  considerStarting(done: number, total: number): void {
    if (this.decided || done <= SAMPLE_APPS) return;
    const each = (performance.now() - this.started) / (done - 1);
    if (each * (total - done) * REST_OF_WORK > WORTH_MS) this.start();
  }

  /** When nothing is left to be taken: resolves once every thread is done, with those that did something. @throws what ended a thread */
  async finish(): Promise<readonly ThreadHolder[]> {
    const busy = this.threads.filter((_thread, index) => Atomics.load(this.tasks, 1 + index) > 0);
    await Promise.all(busy.map(({ end }) => end));
    return busy.map(({ holder }) => holder);
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }

  private wanted(): number {
    const jobs = this.options.jobs ?? availableParallelism();
    return existsSync(this.program()) ? Math.min(jobs, this.data.selected.length) - 1 : 0;
  }

  private program(): string {
    return join(this.data.roots.package, 'lib', 'src', 'pipeline', 'worker.js');
  }

  private start(): void {
    this.decided = true;
    // Each thread collects its own garbage: with a thread for every core, helpers only wait for one another.
    setFlagsFromString('--no-parallel-scavenge');
    // What cannot be handed to a thread, such as functions, is not for it.
    const { referees, compare = false, keep = false, diff, trust = false } = this.options;
    const shared = {
      data: this.data,
      options: { referees, compare, keep, trust, ...(diff !== undefined && { diff }) },
      tasks: this.tasks.buffer as SharedArrayBuffer,
    };
    for (let index = 0; index < this.wanted(); index++) {
      const holder = new ThreadHolder();
      const line = holder.line();
      const workerData: HelperData = { ...shared, place: 1 + index, line };
      const worker = new Worker(this.program(), { workerData, transferList: [line.port] });
      const end = new Promise<void>((resolve, reject) => {
        worker.on('message', (message: HelperMessage) => {
          if ('done' in message) resolve();
          else this.heard(message);
        });
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`a thread that renders ended with ${code}.`)));
      });
      // Whoever awaits it is told; until then it is no unhandled rejection.
      end.catch(() => undefined);
      this.threads.push({ worker, holder, end });
    }
  }

  private heard(message: Exclude<HelperMessage, { readonly done: true }>): void {
    if ('tick' in message) return this.listener.tick(...message.tick);
    const { index, outcome } = message;
    this.listener.done(index, 'error' in outcome ? { error: revived(outcome.error as PortableError) } : outcome);
  }
}
