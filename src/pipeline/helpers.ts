import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
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
  /** The next environment that nobody has taken, shared by all threads. */
  readonly next: SharedArrayBuffer;
  /** By which it is asked for the files it keeps. */
  readonly line: Line;
}

/** What a helping thread says. */
export type HelperMessage =
  | { readonly tick: readonly [environment: string, app: string] }
  | { readonly done: true }
  | { readonly index: number; readonly outcome: Outcome | { readonly error: PortableError } };

export interface Listener {
  readonly tick: Tick;
  readonly done: (index: number, outcome: Outcome) => void;
}

/** Apps that are rendered before the rest is estimated, and the milliseconds below which a thread is not worth starting. */
const SAMPLE_APPS = 2;
const WORTH_MS = 500;
/** What checking, writing as text and comparing add to the rendering of an app. */
const REST_OF_WORK = 2;

/**
 * Threads that take environments from the same heap as the main one. They are started only once the first apps have
 * shown that there is enough work: starting one costs as much as a few thousand objects.
 */
export class Helpers {
  private readonly counter = new Int32Array(new SharedArrayBuffer(4));
  /** What the threads keep of what they rendered. */
  readonly holders: ThreadHolder[] = [];
  private readonly workers: Worker[] = [];
  private readonly ends: Promise<void>[] = [];
  private readonly started = performance.now();
  private decided: boolean;

  constructor(
    private readonly data: ProjectData,
    private readonly options: JobOptions & { readonly jobs?: number },
    private readonly listener: Listener,
  ) {
    this.decided = this.wanted() === 0;
    if (options.jobs !== undefined && !this.decided) this.start();
  }

  /** Takes the next environment. */
  next(): number {
    return Atomics.add(this.counter, 0, 1);
  }

  /** Starts helping threads when what is left takes longer than starting them. */
  considerStarting(done: number, total: number): void {
    if (this.decided || done <= SAMPLE_APPS) return;
    const each = (performance.now() - this.started) / (done - 1);
    if (each * (total - done) * REST_OF_WORK > WORTH_MS) this.start();
  }

  /** Resolves when no thread has anything left to do. @throws what ended a thread */
  async finish(): Promise<void> {
    await Promise.all(this.ends);
  }

  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
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
    const { referees, compare, keep } = this.options;
    const shared = {
      data: this.data,
      options: { referees, compare, keep },
      next: this.counter.buffer as SharedArrayBuffer,
    };
    for (let index = 0; index < this.wanted(); index++) {
      const holder = new ThreadHolder();
      const line = holder.line();
      const workerData: HelperData = { ...shared, line };
      const worker = new Worker(this.program(), { workerData, transferList: [line.port] });
      this.holders.push(holder);
      this.workers.push(worker);
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
      this.ends.push(end);
    }
  }

  private heard(message: Exclude<HelperMessage, { readonly done: true }>): void {
    if ('tick' in message) return this.listener.tick(...message.tick);
    const { index, outcome } = message;
    this.listener.done(index, 'error' in outcome ? { error: revived(outcome.error as PortableError) } : outcome);
  }
}
