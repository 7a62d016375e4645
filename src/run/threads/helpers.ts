import { defined } from '../../model/defined';
import type { JobOptions, Outcome } from '../survey/environment-job';
import type { ProjectData } from '../survey/load-project';
import type { Tick } from '../survey/render-environment';
import { type PortableError, revived } from './portable-error';
import { helpful, type News, Thread } from './thread';
import type { ThreadHolder } from './thread-holder';

export interface Listener {
  readonly tick: Tick;
  readonly done: (index: number, outcome: Outcome) => void;
}

/** Apps that are rendered before the rest is estimated, and the milliseconds that are worth a thread. */
const SAMPLE_APPS = 2;
const WORTH_MS = 500;
/** What checking, writing as text and comparing add to the rendering of an app. */
const REST_OF_WORK = 2;

/**
 * Threads that take environments from the same heap as the main one. Starting one costs as much as a few thousand
 * objects, on a core of its own: nobody waits for a thread that came too late to take anything.
 */
export class Helpers {
  private readonly tasks: Int32Array<SharedArrayBuffer>;
  private readonly started = performance.now();
  private threads: readonly Thread[] = [];
  private decided: boolean;

  /** @param early threads that were begun already; without any, the first apps decide */
  constructor(
    private readonly data: ProjectData,
    private readonly options: JobOptions & { readonly jobs?: number },
    private readonly listener: Listener,
    early: readonly Thread[],
  ) {
    const count = early.length || this.helpful();
    this.tasks = new Int32Array(new SharedArrayBuffer(4 * (1 + count)));
    this.decided = count === 0;
    if (early.length > 0) this.use(early);
  }

  /** Takes the next environment. */
  next(): number {
    return Atomics.add(this.tasks, 0, 1);
  }

  /** Starts helping threads when what is left takes longer than starting them. */
  considerStarting(done: number, total: number): void {
    if (this.decided || done <= SAMPLE_APPS) return;
    const each = (performance.now() - this.started) / (done - 1);
    if (each * (total - done) * REST_OF_WORK <= WORTH_MS) return;
    this.use(Array.from({ length: this.helpful() }, () => new Thread(this.data.roots)));
  }

  /** When nothing is left to be taken: resolves once every thread is done, with those that did something. @throws what ended a thread */
  async finish(): Promise<readonly ThreadHolder[]> {
    const busy = this.threads.filter((_thread, index) => Atomics.load(this.tasks, 1 + index) > 0);
    await Promise.all(busy.map(({ end }) => end));
    return busy.map(({ holder }) => holder);
  }

  async stop(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.stop()));
  }

  private helpful(): number {
    return helpful(this.data.roots.package, this.data.selected.length, this.options.jobs);
  }

  private use(threads: readonly Thread[]): void {
    this.decided = true;
    this.threads = threads;
    // What cannot be handed to a thread, such as functions, is not for it.
    const {
      referees,
      compare = false,
      keep = false,
      diff,
      placements,
      live,
      trust = false,
      calls = false,
      endpoints = false,
      allowReplace = [],
    } = this.options;
    const options = {
      referees,
      compare,
      keep,
      trust,
      calls,
      endpoints,
      allowReplace,
      ...defined({ diff, live, placements }),
    };
    const tasks = this.tasks.buffer;
    for (const [index, thread] of threads.entries())
      thread.begin({ data: this.data, options, tasks, place: 1 + index }, (message) => this.heard(message));
  }

  private heard(message: News): void {
    if ('tick' in message) return this.listener.tick(...message.tick);
    const { index, outcome } = message;
    this.listener.done(index, 'error' in outcome ? { error: revived(outcome.error as PortableError) } : outcome);
  }
}
