import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { tellAppsOutput } from '../survey/apps-output';
import type { JobOptions, Outcome } from '../survey/environment-job';
import type { ProjectData } from '../survey/load-project';
import type { Roots, Selection } from '../survey/run-options';
import { type PortableError, revived } from './portable-error';
import { earlyEnd, recordStray } from './stray-errors';
import { type Line, ThreadHolder } from './thread-holder';

/** What a helping thread is handed when everything has been read. */
export interface Task {
  readonly data: ProjectData;
  readonly options: JobOptions;
  /** Shared by all threads: the next environment that nobody has taken, and who has taken any. */
  readonly tasks: SharedArrayBuffer;
  /** Its own place in `tasks`. */
  readonly place: number;
}

/** What it has from the start: by which it is asked for the files it keeps. */
export interface ThreadData {
  readonly line: Line;
  /** The user's project. */
  readonly project: string;
}

/** What a helping thread says. */
export type Message =
  | { readonly tick: readonly [environment: string, app: string] }
  | { readonly done: true }
  /** It is of no use any more; also after it was done. */
  | { readonly failed: PortableError }
  | { readonly index: number; readonly outcome: Outcome | { readonly error: PortableError } };

/** What it says of its task. */
export type News = Extract<Message, { readonly tick: unknown } | { readonly index: number }>;

/** So many apps times environments are worth threads from the start. */
const MANY = 16;

/** A thread that renders. It loads what it runs at once, and waits for its task. */
export class Thread {
  /** What it keeps of what it rendered. */
  readonly holder = new ThreadHolder();
  /** Resolves when it has nothing left to do. */
  readonly end: Promise<void>;
  private readonly worker: Worker;
  private hear: (message: News) => void = () => undefined;

  constructor(roots: Roots) {
    // Each thread collects its own garbage: with a thread for every core, helpers only wait for one another.
    setFlagsFromString('--no-parallel-scavenge');
    const line = this.holder.line();
    const workerData: ThreadData = { line, project: roots.project };
    this.worker = new Worker(programOf(roots.package), {
      workerData,
      transferList: [line.port],
      stdout: true,
      stderr: true,
    });
    // What apps print does not belong to the result.
    for (const stream of [this.worker.stdout, this.worker.stderr])
      stream.setEncoding('utf8').on('data', tellAppsOutput);
    this.end = new Promise<void>((resolve, reject) => {
      this.worker.on('message', (message: Message) => {
        if ('done' in message) return resolve();
        if (!('failed' in message)) return this.hear(message);
        const error = revived(message.failed);
        recordStray(error);
        reject(error);
      });
      this.worker.on('error', reject);
      this.worker.on('exit', () => reject(earlyEnd()));
    });
    // The code that awaits it gets the error; until then it must not count as an unhandled rejection.
    this.end.catch(() => undefined);
  }

  begin(task: Task, hear: (message: News) => void): void {
    this.hear = hear;
    this.worker.postMessage(task);
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }
}

/** How many threads can help with so many environments. @param jobs threads that render, the main one included */
export function helpful(packageRoot: string, environments: number, jobs = availableParallelism()): number {
  return existsSync(programOf(packageRoot)) ? Math.max(0, Math.min(jobs, environments) - 1) : 0;
}

/**
 * Threads that are all but sure to have something to do, begun before anything is read: the names of files tell how much
 * there is. None where a tier is selected, or where there is little: then the first apps tell.
 */
export function earlyThreads(roots: Roots, selection: Selection, jobs: number | undefined): readonly Thread[] {
  if (selection.tiers.length > 0) return [];
  const environments = selection.environments.length || entriesOf(roots.project, 'environments');
  const apps = selection.apps.length || entriesOf(roots.project, 'apps');
  const count = jobs === undefined && environments * apps < MANY ? 0 : helpful(roots.package, environments, jobs);
  return Array.from({ length: count }, () => new Thread(roots));
}

function entriesOf(root: string, folder: string): number {
  const path = join(root, folder);
  return existsSync(path) ? readdirSync(path).length : 0;
}

function programOf(packageRoot: string): string {
  return join(packageRoot, 'lib', 'src', 'run', 'threads', 'worker.js');
}
